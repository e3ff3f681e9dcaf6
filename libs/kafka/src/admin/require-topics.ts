import { setTimeout as sleep } from 'node:timers/promises';
import { faultOf, KafkaFault } from '../client/kafka-fault';
import { type KafkaConnection } from '../client/kafka-connection';
import { partitionCounts } from './partition-counts';
import { withAdmin } from './with-admin';

const PAUSE_MS = 1_000;

/**
 * How many partitions each topic has; every topic of a group must have as many as the others, or messages of one
 * key would reach several members.
 * @param topicsByGroup the cluster's names
 * @param goOn asked after every transient failure
 * @returns undefined if told not to go on
 * @throws KafkaFault for topics that are missing or do not fit together
 */
export async function requireTopics(
  connection: KafkaConnection,
  topicsByGroup: readonly (readonly string[])[],
  goOn: (fault: KafkaFault) => boolean,
): Promise<ReadonlyMap<string, number> | undefined> {
  const topics = [...new Set(topicsByGroup.flat())];
  for (;;) {
    try {
      const counts = await withAdmin(connection, (admin) => partitionCounts(admin, topics));
      requireAll(topics, counts);
      for (const group of topicsByGroup) requireAlike(group, counts);
      return counts;
    } catch (error) {
      const fault = faultOf(error);
      if (fault.kind === 'configuration') throw fault;
      if (!goOn(fault)) return undefined;
      await sleep(PAUSE_MS);
    }
  }
}

function requireAll(topics: readonly string[], counts: ReadonlyMap<string, number>): void {
  const missing = topics.filter((topic) => !counts.has(topic));
  if (missing.length === 0) return;
  throw new KafkaFault(
    'configuration',
    `Kafka has no topic ${missing.join(', ')}: run the step that creates the topics (ensureTopics), or check KAFKA_TOPIC_PREFIX`,
  );
}

function requireAlike(topics: readonly string[], counts: ReadonlyMap<string, number>): void {
  if (new Set(topics.map((topic) => counts.get(topic))).size <= 1) return;
  const listed = topics.map((topic) => `${topic}: ${counts.get(topic)}`).join(', ');
  throw new KafkaFault('configuration', `topics of one group differ in their partitions (${listed})`);
}
