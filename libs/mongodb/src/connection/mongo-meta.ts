import { type Connection, type mongo } from 'mongoose';
import { isDuplicateKey } from '../documents/bulk-outcome';
import { type MongoConnection } from './mongo-connection';

interface MetaDocument {
  readonly _id: string;
  readonly value: unknown;
}

/** Facts that the first process to come up settles for all: the clock's origin, the layout's version. */
export class MongoMeta {
  private readonly facts: mongo.Collection<MetaDocument>;

  constructor(connection: MongoConnection, database: Connection) {
    this.facts = connection.collection<MetaDocument>(database, 'meta');
  }

  /** Keeps `value` unless something is kept under `key` already; answers what is kept. */
  async once<Value extends string | number>(key: string, value: Value): Promise<Value> {
    try {
      await this.facts.insertOne({ _id: key, value });
      return value;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
      const kept = await this.facts.findOne({ _id: key });
      return (kept?.value ?? value) as Value;
    }
  }
}
