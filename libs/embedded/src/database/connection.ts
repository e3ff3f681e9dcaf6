import Database from 'libsql';

/** Everything that is kept, in a data directory. SQLite puts its log and its index of it beside. */
export const DATABASE_FILE = 'lienthong.db';

export const PAGE_SIZE = 8192;

export type Durability = 'full' | 'normal';

/**
 * Opens the file for writing. `full` syncs the write-ahead log at every commit; `normal` only at checkpoints, so a
 * power cut (not a crash of the process) may lose the last commits.
 */
export function openForWriting(path: string, durability: Durability): Database.Database {
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.pragma(`synchronous = ${durability === 'full' ? 'FULL' : 'NORMAL'}`);
  db.pragma('wal_autocheckpoint = 4000');
  db.pragma('journal_size_limit = 67108864');
  db.pragma('cache_size = -65536');
  db.pragma('temp_store = MEMORY');
  return db;
}

export function openForReading(path: string): Database.Database {
  const db = new Database(path);
  db.pragma('query_only = ON');
  db.pragma('cache_size = -32768');
  return db;
}
