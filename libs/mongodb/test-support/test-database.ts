import { randomUUID } from 'node:crypto';
import { type AggregateKind, type AggregateStore } from '@lienthong/store';
import { createConnection } from 'mongoose';
import { MongoConnection, MongoStores, type MongoStoresOptions } from '../src';
import { type Published, RecordingPublisher } from './recording-publisher';

export const TEST_KIND: AggregateKind = { service: 'test', kind: 'test', facets: [] };

/** What one process of a service has: its own connection and identity, over data that others share. */
export interface TestProcess {
  readonly connection: MongoConnection;
  readonly stores: MongoStores;
  readonly store: AggregateStore;
  readonly publisher: RecordingPublisher;
  readonly errors: unknown[];
}

/** Databases with a prefix of their own, the bus beside them, and the processes over both. */
export class TestDatabase {
  readonly prefix = `lt-${randomUUID().slice(0, 8)}`;
  readonly published: Published = [];
  private readonly connections: MongoConnection[] = [];

  connect(): Promise<MongoConnection> {
    return MongoConnection.open({ uri: mongodbUri(), databasePrefix: this.prefix }).then((connection) => {
      this.connections.push(connection);
      return connection;
    });
  }

  async process(options: Partial<MongoStoresOptions> = {}): Promise<TestProcess> {
    const connection = await this.connect();
    const publisher = new RecordingPublisher(this.published);
    const errors: unknown[] = [];
    const stores = new MongoStores({
      connection,
      publisher,
      onPublishError: (error) => errors.push(error),
      ...options,
    });
    return { connection, stores, store: stores.open(TEST_KIND), publisher, errors };
  }

  /** Closes what it connected and takes the databases away. */
  async drop(): Promise<void> {
    await Promise.all(this.connections.map((connection) => connection.close()));
    const connection = await createConnection(mongodbUri()).asPromise();
    const { databases } = await connection.listDatabases();
    const ours = databases.filter(({ name }) => name.startsWith(`${this.prefix}_`));
    for (const { name } of ours) await connection.useDb(name).dropDatabase();
    await connection.close();
  }
}

export function mongodbUri(): string {
  const uri = process.env['MONGODB_URI'];
  if (!uri) throw new Error('MONGODB_URI is not set: run these with the jest project "engines"');
  return uri;
}
