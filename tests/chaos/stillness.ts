import { Kafka, logLevel } from 'kafkajs';
import { createConnection } from 'mongoose';
import { type ChaosSystem } from './chaos-system';

const DATABASES = /^lienthong_/;
const DEAD_LETTERS = 'dead-letters';
const OPEN = ['submitted', 'in-progress', 'awaiting-supplement'];

/** What is still to be done, and what nobody will do: all 0 where everything is well and over. */
export interface Unfinished {
  /** Cases that are not at an end, as the orchestrator keeps them. */
  readonly openCases: number;
  /** Messages that a consumer group has not acknowledged. */
  readonly lag: number;
  /** Aggregates whose last step is not known to be published. */
  readonly unpublished: number;
  /** Aggregates with an open incident. */
  readonly incidents: number;
  readonly deadLetters: number;
}

/** Looks into both engines, past the services. */
export async function unfinished(system: ChaosSystem): Promise<Unfinished> {
  const [kept, sent] = await Promise.all([inMongo(system.mongo.uri), inKafka(system.kafka.brokers)]);
  return { ...kept, ...sent };
}

async function inMongo(uri: string): Promise<Pick<Unfinished, 'openCases' | 'unpublished' | 'incidents'>> {
  const connection = await createConnection(uri).asPromise();
  try {
    const client = connection.getClient();
    const { databases } = await client.db().admin().listDatabases();
    const found = { openCases: 0, unpublished: 0, incidents: 0 };
    for (const { name } of databases.filter((database) => DATABASES.test(database.name))) {
      for (const { name: kind } of await client.db(name).listCollections().toArray()) {
        const documents = client.db(name).collection(kind);
        const [unpublished, incidents] = await Promise.all([
          documents.countDocuments({ unpublishedSince: { $exists: true } }),
          documents.countDocuments({ parked: { $exists: true } }),
        ]);
        found.unpublished += unpublished;
        found.incidents += incidents;
        if (kind === 'orchestrator')
          found.openCases += await documents.countDocuments({ 'facets.status': { $in: [...OPEN] } });
      }
    }
    return found;
  } finally {
    await connection.close(true);
  }
}

async function inKafka(brokers: string): Promise<Pick<Unfinished, 'lag' | 'deadLetters'>> {
  const admin = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  try {
    const { groups } = await admin.listGroups();
    let lag = 0;
    for (const { groupId } of groups) {
      for (const { topic, partitions } of await admin.fetchOffsets({ groupId })) {
        const ends = new Map(
          (await admin.fetchTopicOffsets(topic)).map(({ partition, high }) => [partition, Number(high)]),
        );
        for (const { partition, offset } of partitions)
          lag += Math.max(0, (ends.get(partition) ?? 0) - Math.max(0, Number(offset)));
      }
    }
    const letters = await admin.fetchTopicOffsets(DEAD_LETTERS);
    return { lag, deadLetters: letters.reduce((sum, { high }) => sum + Number(high), 0) };
  } finally {
    await admin.disconnect();
  }
}
