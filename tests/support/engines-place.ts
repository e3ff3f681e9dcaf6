import { randomUUID } from 'node:crypto';
import { ensureTopics, KafkaConnection, type KafkaLog } from '@lienthong/kafka';
import { type KafkaMessage } from 'kafkajs';
import { createConnection } from 'mongoose';
import { engineAddresses } from './engines/addresses';

const RETENTION_MS = 3_600_000;

export interface StoredRecord {
  /** The cluster's name. */
  readonly topic: string;
  readonly message: KafkaMessage;
}

/** Topics, consumer groups and databases of one test on the engines that all tests share. */
export class EnginesPlace {
  readonly uri = engineAddresses().uri;
  readonly databasePrefix = `test-${randomUUID().slice(0, 8)}`;
  private readonly topicPrefix = `${this.databasePrefix}.`;

  /** @param partitions of every topic */
  static async create(partitions: number): Promise<EnginesPlace> {
    const place = new EnginesPlace();
    await ensureTopics(place.kafka(), { partitions, replicationFactor: 1, retentionMs: RETENTION_MS });
    return place;
  }

  kafka(log?: KafkaLog): KafkaConnection {
    const { brokers } = engineAddresses();
    return new KafkaConnection({ brokers, clientId: 'test', topicPrefix: this.topicPrefix }, log);
  }

  /** Every record of every topic, as Kafka keeps it. */
  async records(): Promise<readonly StoredRecord[]> {
    const { client } = this.kafka();
    const admin = client.admin();
    await admin.connect();
    const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(this.topicPrefix));
    const offsets = await Promise.all(topics.map((topic) => admin.fetchTopicOffsets(topic)));
    await admin.disconnect();
    const count = offsets.flat().reduce((sum, { low, high }) => sum + Number(high) - Number(low), 0);
    const consumer = client.consumer({ groupId: `${this.topicPrefix}reader` });
    const records: StoredRecord[] = [];
    await consumer.connect();
    await consumer.subscribe({ topics, fromBeginning: true });
    await new Promise<void>((done, failed) => {
      const take = async ({ topic, message }: StoredRecord): Promise<void> => {
        if (records.push({ topic, message }) === count) done();
      };
      consumer.run({ eachMessage: take }).catch(failed);
    });
    await consumer.disconnect();
    return records;
  }

  async remove(): Promise<void> {
    await Promise.all([this.removeTopics(), this.removeDatabases()]);
  }

  private async removeTopics(): Promise<void> {
    const admin = this.kafka().client.admin();
    await admin.connect();
    const ours = (name: string): boolean => name.startsWith(this.topicPrefix);
    const { groups } = await admin.listGroups();
    await admin.deleteGroups(groups.map(({ groupId }) => groupId).filter(ours));
    await admin.deleteTopics({ topics: (await admin.listTopics()).filter(ours) });
    await admin.disconnect();
  }

  private async removeDatabases(): Promise<void> {
    const connection = await createConnection(this.uri).asPromise();
    const { databases } = await connection.listDatabases();
    const ours = databases.filter(({ name }) => name.startsWith(`${this.databasePrefix}_`));
    for (const { name } of ours) await connection.useDb(name).dropDatabase();
    await connection.close();
  }
}
