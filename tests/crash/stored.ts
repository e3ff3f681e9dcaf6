import Database from 'libsql';
import { join } from 'node:path';

export interface Stored {
  readonly integrity: string;
  /** Aggregates with an open incident. */
  readonly parked: number;
  /** Segments of the log that some consumer has not taken. */
  readonly waiting: number;
}

/** Looks into the file that a stopped process left. */
export function lookInto(dataDirectory: string): Stored {
  const db = new Database(join(dataDirectory, 'lienthong.db'), { readonly: true });
  try {
    const number = (sql: string): number => (db.prepare(sql).get() as { readonly n: number }).n;
    const tables = db
      .prepare("select name from sqlite_master where type = 'table' and name like 'aggregate_%'")
      .all();
    const { integrity_check: integrity } = db.prepare('pragma integrity_check').get() as {
      integrity_check: string;
    };
    return {
      integrity,
      parked: (tables as { name: string }[])
        .map(({ name }) => number(`select count(*) as n from ${name} where parked_at is not null`))
        .reduce((sum, n) => sum + n, 0),
      waiting: number('select count(*) as n from log'),
    };
  } finally {
    db.close();
  }
}
