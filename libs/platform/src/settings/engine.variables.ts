import { type Settings } from './settings';
import { integer, list, oneOf, secret, serviceUrls, text, type Variable } from './variable';

type EngineSetting =
  'eventBus' | 'store' | 'serviceUrls' | Extract<keyof Settings, `kafka${string}` | `mongodb${string}`>;

/** Which engines carry the messages and keep the state, and how they are reached. */
export const ENGINE_VARIABLES: { readonly [Name in EngineSetting]: Variable<Settings[Name]> } = {
  eventBus: oneOf({ env: 'EVENT_BUS', help: 'how messages travel' }, ['embedded', 'kafka'], 'embedded'),
  store: oneOf(
    { env: 'STORE', help: 'where services keep their state' },
    ['embedded', 'mongodb'],
    'embedded',
  ),
  kafkaBrokers: list({ env: 'KAFKA_BROKERS', help: 'some brokers of the Kafka cluster' }, 'host:port, …'),
  kafkaTopicPrefix: text(
    { env: 'KAFKA_TOPIC_PREFIX', help: 'what topics and groups are named with on a shared cluster' },
    '',
  ),
  kafkaPartitions: integer(
    { env: 'KAFKA_PARTITIONS', help: 'partitions a topic, fixed once the topics exist' },
    1,
    1_000,
    12,
  ),
  kafkaReplication: integer({ env: 'KAFKA_REPLICATION', help: 'copies of every topic' }, 1, 9, 1),
  kafkaRetentionHours: integer(
    { env: 'KAFKA_RETENTION_HOURS', help: 'hours that messages are kept' },
    1,
    87_600,
    168,
  ),
  kafkaSsl: oneOf({ env: 'KAFKA_SSL', help: 'TLS to the brokers' }, ['off', 'on'], 'off'),
  kafkaSslCaFile: text(
    { env: 'KAFKA_SSL_CA_FILE', help: "PEM file of the brokers' certificate authority" },
    undefined,
  ),
  kafkaSaslMechanism: oneOf(
    { env: 'KAFKA_SASL_MECHANISM', help: 'how this service signs in to Kafka' },
    ['none', 'plain', 'scram-sha-256', 'scram-sha-512'],
    'none',
  ),
  kafkaSaslUsername: text({ env: 'KAFKA_SASL_USERNAME', help: 'user at Kafka' }, undefined),
  kafkaSaslPassword: secret({ env: 'KAFKA_SASL_PASSWORD', help: 'password at Kafka' }),
  mongodbUri: secret({ env: 'MONGODB_URI', help: 'connection string of MongoDB' }),
  mongodbDatabasePrefix: text(
    { env: 'MONGODB_DATABASE_PREFIX', help: "what the services' databases are named with" },
    'lienthong',
  ),
  serviceUrls: serviceUrls({
    env: 'SERVICE_URLS',
    help: 'where the other services answer: name=url|url name=url …',
  }),
};
