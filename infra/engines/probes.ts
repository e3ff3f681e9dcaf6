import { Kafka, logLevel } from 'kafkajs';
import { createConnection } from 'mongoose';

const ATTEMPT_MS = 2_000;

/** Resolves when topics can be listed and groups be joined; one attempt. */
export async function probeKafka(brokers: string): Promise<void> {
  const kafka = new Kafka({
    clientId: 'lienthong-infra',
    brokers: brokers.split(','),
    logLevel: logLevel.NOTHING,
    connectionTimeout: ATTEMPT_MS,
    requestTimeout: ATTEMPT_MS,
    retry: { retries: 0 },
  });
  const admin = kafka.admin();
  try {
    await admin.connect();
    await admin.listTopics();
    // The first question for a group makes the broker create and load its offsets topic.
    await admin.fetchOffsets({ groupId: 'lienthong-infra' });
  } finally {
    await admin.disconnect();
  }
}

/** Resolves when a primary answers a ping; one attempt. */
export async function probeMongo(uri: string): Promise<void> {
  const connection = createConnection(uri, { serverSelectionTimeoutMS: ATTEMPT_MS });
  try {
    await connection.asPromise();
    await connection.db?.admin().ping();
  } finally {
    await connection.close(true);
  }
}
