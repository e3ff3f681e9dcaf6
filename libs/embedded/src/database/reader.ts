import type Database from 'libsql';

type Values = readonly unknown[];

/** Queries on the deciding thread, of what is on disk. */
export interface Reader {
  prepare(sql: string): Query;
}

export interface Query {
  get(...values: Values): unknown;
  all(...values: Values): unknown[];
  iterate(...values: Values): IterableIterator<unknown>;
}

/** A reader that lets `heed` see what SQLite throws, and throws what that answers. */
export function heededReader(db: Database.Database, heed: (error: unknown) => unknown): Reader {
  const heeded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw heed(error);
    }
  };
  return {
    prepare(sql) {
      const statement = heeded(() => db.prepare(sql));
      return {
        get: (...values) => heeded(() => statement.get(...values)),
        all: (...values) => heeded(() => statement.all(...values)),
        *iterate(...values) {
          try {
            yield* statement.iterate(...values);
          } catch (error) {
            throw heed(error);
          }
        },
      };
    },
  };
}
