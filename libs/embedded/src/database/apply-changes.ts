import type Database from 'libsql';
import { type Change } from './participant';

export interface ChangeApplier {
  /** Writes all changes in one transaction and returns when they survive a power cut. */
  (changes: readonly Change[]): void;
}

/** Statements are few and repeat with every commit, so each is prepared once. */
export function changeApplier(db: Database.Database): ChangeApplier {
  const statements = new Map<string, Database.Statement>();
  const prepared = (sql: string): Database.Statement => {
    let statement = statements.get(sql);
    if (!statement) statements.set(sql, (statement = db.prepare(sql)));
    return statement;
  };
  const begin = db.prepare('begin immediate');
  const commit = db.prepare('commit');
  const rollback = db.prepare('rollback');
  return (changes) => {
    begin.run();
    try {
      for (const { sql, rows } of changes) {
        const statement = prepared(sql);
        for (const row of rows) statement.run(row);
      }
      commit.run();
    } catch (error) {
      // A full disk has rolled back already: a second time would hide why.
      if (db.inTransaction) rollback.run();
      throw error;
    }
  };
}
