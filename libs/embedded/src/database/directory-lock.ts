import Database from 'libsql';
import { join } from 'node:path';

export class DataDirectoryInUse extends Error {
  readonly code = 'data-directory-in-use';

  constructor(directory: string) {
    super(`DATA_DIR ${directory} is in use by another process: stop it, or choose another directory`);
  }
}

/**
 * Keeps a second process out of the directory. The operating system drops the lock with the process, so a
 * killed one leaves nothing to clean up.
 */
export function lockDirectory(directory: string): { release(): void } {
  const db = new Database(join(directory, 'lock.db'), { timeout: 0 });
  try {
    db.exec('begin exclusive');
  } catch {
    db.close();
    throw new DataDirectoryInUse(directory);
  }
  return {
    release: () => {
      db.exec('rollback');
      db.close();
    },
  };
}
