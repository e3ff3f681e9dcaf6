import { readFileSync } from 'node:fs';
import { type KafkaOptions, type TopicShape } from '@lienthong/kafka';
import { BadSetting, type Settings } from '@lienthong/platform';

const HOUR_MS = 3_600_000;

/** How the settings say Kafka is reached. @throws BadSetting for a certificate file that cannot be read */
export function kafkaOptions(settings: Settings, clientId: string): KafkaOptions {
  const { kafkaSaslMechanism: mechanism, kafkaSaslUsername = '', kafkaSaslPassword = '' } = settings;
  return {
    brokers: settings.kafkaBrokers,
    clientId,
    topicPrefix: settings.kafkaTopicPrefix,
    ...(settings.kafkaSsl === 'on' && { ssl: { ca: certificate(settings.kafkaSslCaFile) } }),
    ...(mechanism !== 'none' && {
      sasl: { mechanism, username: kafkaSaslUsername, password: kafkaSaslPassword },
    }),
  };
}

/** What topics are created with. */
export function topicShape(settings: Settings): TopicShape {
  return {
    partitions: settings.kafkaPartitions,
    replicationFactor: settings.kafkaReplication,
    retentionMs: settings.kafkaRetentionHours * HOUR_MS,
  };
}

function certificate(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new BadSetting('KAFKA_SSL_CA_FILE', path, 'a PEM file that this process may read');
  }
}
