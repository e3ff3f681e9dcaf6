export { chooseOwnEngines, givenEngines, type OwnEngines } from './choose-engines';
export { EngineError, type Engine, type EngineOptions, type KafkaEngine, type MongoEngine } from './engine';
export { findComposeEngines, findEngines, findOwnEngines } from './find-engines';
export { lackOfEngines, lackOfJavaEngines } from './for-tests';
export { type CertificateAuthority, makeAuthority, type ServerKey, writePem } from './certificates';
export { type KafkaCluster, startKafkaCluster } from './kafka-cluster';
export { type SecuredKafka, startSecuredKafka } from './secured-kafka';
export { type RunningEngines, startEngines, startKafka, startMongo } from './start-engines';
