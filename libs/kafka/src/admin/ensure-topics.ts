import { setTimeout as sleep } from 'node:timers/promises';
import { TOPICS } from '@lienthong/contracts';
import { type Admin, type ITopicConfig } from 'kafkajs';
import { KafkaFault } from '../client/kafka-fault';
import { type KafkaConnection } from '../client/kafka-connection';
import { type TopicShape } from '../client/kafka-options';
import { DEAD_LETTERS, HINTS } from '../topics';
import { partitionCounts } from './partition-counts';
import { withAdmin } from './with-admin';

const TIMEOUT_MS = 15_000;
const POLL_MS = 100;

/**
 * Creates the topics that are missing; those that exist stay as they are. Several processes may do it at once.
 * @returns the names of all topics
 * @throws KafkaFault when a topic has another number of partitions: changing it would part messages of one key
 */
export function ensureTopics(connection: KafkaConnection, shape: TopicShape): Promise<readonly string[]> {
  const topics = [...TOPICS, DEAD_LETTERS, HINTS].map((topic) => connection.names.of(topic));
  return withAdmin(connection, async (admin) => {
    const existing = await partitionCounts(admin, topics);
    const missing = topics.filter((topic) => !existing.has(topic));
    if (missing.length > 0) await create(admin, missing, shape);
    for (const [topic, count] of await listed(admin, topics)) {
      if (count === shape.partitions) continue;
      throw new KafkaFault(
        'configuration',
        `topic ${topic} has ${count} partitions, KAFKA_PARTITIONS is ${shape.partitions}: set it to ${count}, or use another KAFKA_TOPIC_PREFIX`,
      );
    }
    return topics;
  });
}

/** The client takes it in silence if another process was faster with some of them. */
async function create(admin: Admin, topics: readonly string[], shape: TopicShape): Promise<void> {
  await admin.createTopics({
    topics: topics.map((topic) => topicConfig(topic, shape)),
    waitForLeaders: false,
    timeout: TIMEOUT_MS,
  });
}

/** A broker may list a topic some time after it was created; the client's own wait gives up at the first such answer. */
async function listed(admin: Admin, topics: readonly string[]): Promise<ReadonlyMap<string, number>> {
  for (let waitedMs = 0; waitedMs < TIMEOUT_MS; waitedMs += POLL_MS) {
    const counts = await partitionCounts(admin, topics);
    if (counts.size === topics.length) return counts;
    await sleep(POLL_MS);
  }
  throw new KafkaFault(
    'transient',
    `the brokers have not listed all new topics after ${TIMEOUT_MS / 1_000} s`,
  );
}

function topicConfig(
  topic: string,
  { partitions, replicationFactor, retentionMs }: TopicShape,
): ITopicConfig {
  return {
    topic,
    numPartitions: partitions,
    replicationFactor,
    configEntries: [
      { name: 'retention.ms', value: String(retentionMs) },
      { name: 'min.insync.replicas', value: String(Math.max(1, replicationFactor - 1)) },
    ],
  };
}
