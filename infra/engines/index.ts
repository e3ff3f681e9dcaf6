export { chooseOwnEngines, givenEngines, type OwnEngines } from './choose-engines';
export { EngineError, type Engine, type EngineOptions, type KafkaEngine, type MongoEngine } from './engine';
export { findComposeEngines, findEngines, findOwnEngines } from './find-engines';
export { lackOfEngines } from './for-tests';
export { type RunningEngines, startEngines, startKafka, startMongo } from './start-engines';
