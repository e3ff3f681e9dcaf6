import Database from 'libsql';
import { LAYOUT } from '../database/data-directory';
import { faultIn } from '../database/quick-check';
import { troubleOf } from '../database/storage-fault';

const KEY = 'backup';

/** What a backup says of itself, so that it can be held to it. */
export interface BackupRecord {
  /** ISO 8601, real time: everything acknowledged before is in it. */
  readonly takenAt: string;
  /** Of the program that took it. */
  readonly version: string;
  readonly layout: number;
  /** Rows of every table. */
  readonly rows: Readonly<Record<string, number>>;
}

/** One line: why a backup cannot be taken or restored. `exitCode` 1: it was tried and failed; 2: it cannot be, as asked for. */
export class BackupRefused extends Error {
  readonly code = 'backup-refused';

  constructor(
    message: string,
    readonly exitCode: 1 | 2 = 2,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

/** Rows of every table, apart from what holds the record itself. */
export function countRows(db: Database.Database): Record<string, number> {
  const tables = db
    .prepare("select name from sqlite_master where type = 'table' and name <> 'meta' order by name")
    .all() as { readonly name: string }[];
  return Object.fromEntries(
    tables.map(({ name }) => {
      const { n } = db.prepare(`select count(*) as n from "${name}"`).get() as { readonly n: number };
      return [name, n];
    }),
  );
}

export function writeRecord(db: Database.Database, record: BackupRecord): void {
  db.prepare('insert into meta values (?, ?) on conflict do update set value = excluded.value').run([
    KEY,
    Buffer.from(JSON.stringify(record)),
  ]);
}

/**
 * Looks through a whole backup: every page and index, the layout, and the rows against its own record.
 * @param name how the file is called in what is refused
 * @throws BackupRefused
 */
export function verifyBackup(path: string, name: string): BackupRecord {
  try {
    const db = new Database(path, { readonly: true });
    try {
      return verified(db, name);
    } finally {
      db.close();
    }
  } catch (error) {
    if (troubleOf(error) !== 'damaged') throw error;
    throw new BackupRefused(
      `${name} is damaged or no backup (${(error as Error).message}): take another one`,
      1,
      error,
    );
  }
}

function verified(db: Database.Database, name: string): BackupRecord {
  const fault = faultIn(db, 'integrity_check');
  if (fault !== undefined) throw new BackupRefused(`${name} is damaged (${fault}): take another one`, 1);
  const record = readRecord(db);
  if (!record) throw new BackupRefused(`${name} is no backup: they are made by npm run backup`);
  if (record.layout !== LAYOUT)
    throw new BackupRefused(
      `${name} holds data of layout ${record.layout}, this version reads layout ${LAYOUT}: restore it with version ${record.version}`,
    );
  const rows = countRows(db);
  for (const [table, expected] of Object.entries(record.rows))
    if (rows[table] !== expected)
      throw new BackupRefused(
        `${name} is damaged (${rows[table] ?? 0} rows in ${table} instead of ${expected}): take another one`,
        1,
      );
  return record;
}

function readRecord(db: Database.Database): BackupRecord | undefined {
  const hasMeta = db.prepare("select 1 from sqlite_master where name = 'meta'").get();
  const row = hasMeta && db.prepare('select value from meta where key = ?').get(KEY);
  return row
    ? (JSON.parse(
        Buffer.from((row as { readonly value: Uint8Array }).value).toString('utf8'),
      ) as BackupRecord)
    : undefined;
}
