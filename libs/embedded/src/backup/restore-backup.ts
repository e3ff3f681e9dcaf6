import { chmodSync, constants, copyFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import { DATABASE_FILE } from '../database/connection';
import { MARKER_FILE, readIdentity, readMarker, writeMarker } from '../database/data-directory';
import { lockDirectory } from '../database/directory-lock';
import { syncPath } from '../database/write-whole';
import { type BackupRecord, BackupRefused, verifyBackup } from './backup-record';

const DRAFT = 'restoring.db';

export interface RestoreOrder {
  /** A file that {@link takeBackup} made. */
  readonly from: string;
  /** The directory that gets the data: missing, without data, or one that has lost this very database. */
  readonly directory: string;
}

/**
 * Makes a data directory of a backup. It is held to its own record first, and nothing is overwritten. Killed on its way it
 * leaves no database, and can be done again.
 * @throws BackupRefused; DataDirectoryInUse, DataDirectoryUnusable
 */
export function restoreBackup({ from, directory }: RestoreOrder): BackupRecord {
  if (!existsSync(from)) throw new BackupRefused(`--from ${from}: there is no such file`);
  requireNoData(directory);
  const lock = lockDirectory(directory);
  const draft = join(directory, DRAFT);
  try {
    requireNoData(directory);
    rmSync(draft, { force: true });
    copyFileSync(from, draft, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
    chmodSync(draft, 0o600);
    const record = verifyBackup(draft, `--from ${from}`);
    const identity = identityOf(draft);
    const marker = readMarker(directory);
    if (marker?.id && marker.id !== identity?.id)
      throw new BackupRefused(
        `--data-dir ${directory} had other data than --from ${from}, by its ${MARKER_FILE}: choose another directory`,
      );
    syncPath(draft);
    renameSync(draft, join(directory, DATABASE_FILE));
    syncPath(directory);
    if (identity) writeMarker(directory, identity);
    return record;
  } catch (error) {
    throw refusalOf(from, directory, error);
  } finally {
    rmSync(draft, { force: true });
    lock.release();
  }
}

function requireNoData(directory: string): void {
  const names = existsSync(directory) ? readdirSync(directory) : [];
  const found = names.find((name) => name.startsWith(DATABASE_FILE));
  if (found !== undefined)
    throw new BackupRefused(
      `--data-dir ${directory} holds data already (${found}): move them away, or choose another directory`,
    );
}

function identityOf(path: string): ReturnType<typeof readIdentity> {
  const db = new Database(path, { readonly: true });
  try {
    return readIdentity(db);
  } finally {
    db.close();
  }
}

function refusalOf(from: string, directory: string, error: unknown): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (error instanceof BackupRefused || !code?.startsWith('E')) return error;
  if (code === 'ENOSPC')
    return new BackupRefused(`--data-dir ${directory}: its disk is full: make room`, 1, error);
  return new BackupRefused(`--from ${from} to ${directory}: ${message}`, 1, error);
}
