import Database from 'libsql';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';

export const LOCK_FILE = 'lock.db';

export class DataDirectoryInUse extends Error {
  readonly code = 'data-directory-in-use';
  readonly exitCode = 2;

  constructor(directory: string) {
    super(`DATA_DIR ${directory} is in use by another process: stop it, or choose another directory`);
  }
}

export class DataDirectoryUnusable extends Error {
  readonly code = 'data-directory-unusable';
  readonly exitCode = 2;

  constructor(directory: string, cause: unknown) {
    super(
      `DATA_DIR ${directory} cannot be written to: ${cause instanceof Error ? cause.message : String(cause)}`,
    );
  }
}

/**
 * Makes the directory where it is missing and keeps a second process out of it. The operating system drops the
 * lock with the process, so a killed one leaves nothing to clean up.
 * @throws DataDirectoryUnusable, DataDirectoryInUse
 */
export function lockDirectory(directory: string): { release(): void } {
  const db = openLock(directory);
  try {
    db.exec('begin exclusive');
  } catch (error) {
    db.close();
    if ((error as NodeJS.ErrnoException).code?.startsWith('SQLITE_BUSY'))
      throw new DataDirectoryInUse(directory);
    throw new DataDirectoryUnusable(directory, error);
  }
  return {
    release: () => {
      db.exec('rollback');
      db.close();
    },
  };
}

function openLock(directory: string): Database.Database {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const file = join(directory, LOCK_FILE);
    closeSync(openSync(file, 'a', 0o600));
    return new Database(file, { timeout: 0 });
  } catch (error) {
    throw new DataDirectoryUnusable(directory, error);
  }
}
