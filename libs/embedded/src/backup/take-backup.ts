import {
  closeSync,
  existsSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import Database from 'libsql';
import { DATABASE_FILE } from '../database/connection';
import { LAYOUT } from '../database/data-directory';
import { troubleOf } from '../database/storage-fault';
import { syncPath } from '../database/write-whole';
import { type BackupRecord, BackupRefused, countRows, verifyBackup, writeRecord } from './backup-record';

export interface BackupOrder {
  /** The data directory. A system may run on it meanwhile. */
  readonly directory: string;
  /** The file that is made. */
  readonly to: string;
  /** Of this program. */
  readonly version: string;
}

/**
 * Takes a backup of a data directory: one consistent cut, as the last commit before the beginning left it. The system goes
 * on meanwhile. The file appears under its name only when it is whole, verified and on disk; nothing is
 * overwritten. What a killed backup left beside it goes with the next one to the same name.
 * @throws BackupRefused
 */
export function takeBackup({ directory, to, version }: BackupOrder): BackupRecord {
  const source = join(directory, DATABASE_FILE);
  requirePlaces(directory, source, to);
  removeAbandonedDrafts(to);
  const draft = `${to}.part-${process.pid}`;
  try {
    closeSync(openSync(draft, 'wx', 0o600));
    const takenAt = copyWhole(source, draft);
    sign(draft, { takenAt, version });
    const record = verifyBackup(draft, to);
    syncPath(draft);
    appear(draft, to);
    return record;
  } catch (error) {
    throw refusalOf(directory, to, error);
  } finally {
    for (const left of [draft, `${draft}-journal`]) rmSync(left, { force: true });
  }
}

function requirePlaces(directory: string, source: string, to: string): void {
  if (!existsSync(source))
    throw new BackupRefused(`--data-dir ${directory} holds no data: there is no ${DATABASE_FILE} in it`);
  if (existsSync(to)) throw new BackupRefused(`--to ${to} is there already: choose another name`);
  const folder = dirname(resolve(to));
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new BackupRefused(`--to ${to}: there is no directory ${folder}`);
  const way = relative(resolve(directory), folder);
  if (way === '' || !(way.startsWith('..') || resolve(way) === way))
    throw new BackupRefused(`--to ${to} lies in the data directory: what takes that takes the backup too`);
}

/** @returns when the cut was made, ISO 8601 */
function copyWhole(source: string, draft: string): string {
  const db = new Database(source, { readonly: true, timeout: 10_000 });
  try {
    const takenAt = new Date().toISOString();
    db.prepare('vacuum into ?').run([draft]);
    return takenAt;
  } finally {
    db.close();
  }
}

function sign(draft: string, { takenAt, version }: Pick<BackupRecord, 'takenAt' | 'version'>): void {
  const db = new Database(draft);
  try {
    const { user_version: layout } = db.prepare('pragma user_version').get() as { user_version: number };
    if (layout !== LAYOUT)
      throw new BackupRefused(`the data are of layout ${layout}, this version reads layout ${LAYOUT}`);
    writeRecord(db, { takenAt, version, layout, rows: countRows(db) });
  } finally {
    db.close();
  }
}

/** A link never replaces a file. Where a file system knows none, what was looked for before has to do. */
function appear(draft: string, to: string): void {
  try {
    linkSync(draft, to);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new BackupRefused(`--to ${to} is there already: choose another name`);
    if (!['EPERM', 'ENOTSUP', 'ENOSYS', 'EMLINK'].includes(code)) throw error;
    renameSync(draft, to);
  }
  syncPath(dirname(resolve(to)));
}

function removeAbandonedDrafts(to: string): void {
  const folder = dirname(resolve(to));
  const prefix = `${basename(to)}.part-`;
  for (const name of readdirSync(folder)) {
    const pid = name.startsWith(prefix)
      ? /^(\d+)(-journal)?$/.exec(name.slice(prefix.length))?.[1]
      : undefined;
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function refusalOf(directory: string, to: string, error: unknown): unknown {
  if (error instanceof BackupRefused) return error;
  const trouble = troubleOf(error);
  const { code, message } = error as NodeJS.ErrnoException;
  if (trouble === 'full')
    return new BackupRefused(`--to ${to}: its disk is full, nothing was kept there: make room`, 1, error);
  if (trouble === 'damaged')
    return new BackupRefused(
      `--data-dir ${directory}: the database is damaged (${message}): restore an earlier backup`,
      1,
      error,
    );
  if (trouble === 'refused' || code?.startsWith('E'))
    return new BackupRefused(`--data-dir ${directory} to ${to}: ${message}`, 1, error);
  return error;
}
