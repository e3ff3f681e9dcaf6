import { Kafka, logLevel } from 'kafkajs';
import { createConnection } from 'mongoose';

const DATABASE = 'engines';
const COLLECTION = 'numbers';
const NUMBERS_A_WRITER = 1_000_000;

/** One topic with one partition, used by the plain client. */
export function kafkaLog(brokers: string, topic: string) {
  const kafka = new Kafka({ brokers: brokers.split(','), logLevel: logLevel.NOTHING });
  return {
    async create(): Promise<void> {
      const admin = kafka.admin();
      await admin.connect();
      // A broker may not know at once what its controller has created; the producer tries until it does.
      await admin.createTopics({ topics: [{ topic, numPartitions: 1 }], waitForLeaders: false });
      await admin.disconnect();
    },
    async append(values: readonly string[]): Promise<void> {
      const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1 });
      await producer.connect();
      await producer.send({ topic, acks: -1, messages: values.map((value) => ({ key: 'k', value })) });
      await producer.disconnect();
    },
    /** Reads from the beginning until `count` messages have come. */
    async readAll(count: number): Promise<string[]> {
      const consumer = kafka.consumer({ groupId: `${topic}-readers` });
      const values: string[] = [];
      await consumer.connect();
      await consumer.subscribe({ topic, fromBeginning: true });
      await new Promise<void>((done, failed) => {
        consumer
          .run({
            eachMessage: async ({ message }) => {
              values.push(String(message.value));
              if (values.length === count) done();
            },
          })
          .catch(failed);
      });
      await consumer.disconnect();
      return values;
    },
  };
}

/** Inserts numbers one at a time until the server is gone, and notes each that was acknowledged. */
export function insertMany(uri: string, writer: number, acknowledged: number[]) {
  let report: () => void = () => undefined;
  let goal = Infinity;
  let own = 0;
  const insertUntilGone = async () => {
    const connection = await connect(uri);
    try {
      for (;;) {
        const number = writer * NUMBERS_A_WRITER + own;
        await connection.collection<{ _id: number }>(COLLECTION).insertOne({ _id: number });
        acknowledged.push(number);
        if (++own >= goal) report();
      }
    } catch {
      // The server was killed: what it has not acknowledged may be there or not.
    } finally {
      await connection.close(true);
    }
  };
  return {
    ended: insertUntilGone(),
    /** Resolves when this writer has had so many acknowledged. */
    reached: (count: number) =>
      new Promise<void>((done) => {
        report = done;
        goal = count;
      }),
  };
}

export async function numbersIn(uri: string): Promise<number[]> {
  const connection = await connect(uri);
  try {
    const found = await connection.collection<{ _id: number }>(COLLECTION).find().toArray();
    return found.map(({ _id }) => _id);
  } finally {
    await connection.close(true);
  }
}

async function connect(uri: string) {
  return createConnection(uri, {
    dbName: DATABASE,
    serverSelectionTimeoutMS: 5_000,
    retryWrites: false,
  }).asPromise();
}
