import { type Admin } from 'kafkajs';

/** Which of the topics exist, and with how many partitions. */
export async function partitionCounts(
  admin: Admin,
  topics: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const existing = new Set(await admin.listTopics());
  const known = topics.filter((topic) => existing.has(topic));
  if (known.length === 0) return new Map();
  const metadata = await admin.fetchTopicMetadata({ topics: known });
  return new Map(metadata.topics.map(({ name, partitions }) => [name, partitions.length]));
}
