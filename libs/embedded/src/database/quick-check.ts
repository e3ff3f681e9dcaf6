import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';

/** Up to here (bytes) a file is looked through before anything is done with it: it takes a fraction of a second. */
const LOOKED_THROUGH_FIRST = 256 * 1024 * 1024;

/**
 * Looks through every page of a file; `integrity_check` holds the indexes to their tables too. Answers what is wrong first,
 * or undefined. @throws what SQLite throws
 */
export function faultIn(
  db: Database.Database,
  check: 'quick_check' | 'integrity_check' = 'quick_check',
): string | undefined {
  const [row] = db.prepare(`pragma ${check}(1)`).raw().all() as [string][];
  return row?.[0] === 'ok' ? undefined : firstFault(row?.[0] ?? 'no answer');
}

/** Without SQLite's heading, in one line. */
function firstFault(text: string): string {
  return text.replace(/^\*\*\* in database \w+ \*\*\*\s*/, '').split('\n', 1)[0] ?? text;
}

export function checkReadOnly(path: string): string | undefined {
  const db = new Database(path, { readonly: true });
  try {
    return faultIn(db);
  } finally {
    db.close();
  }
}

/**
 * Looks through a large file while the system runs already, in a process of its own of low priority: SQLite cannot be
 * interrupted on a thread, and a stop must not wait for ten gigabytes.
 */
export class BackgroundCheck {
  private child: ChildProcess | undefined;

  /** @param onEnd told what is wrong first, or undefined. Never where the check was stopped or could not be made */
  constructor(path: string, onEnd: (fault: string | undefined) => void) {
    const child = fork(childFile(), [path], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], execArgv: [] });
    this.child = child;
    child.once('message', (fault: string) => {
      this.child = undefined;
      onEnd(fault === '' ? undefined : fault);
    });
    child.once('error', () => (this.child = undefined));
    child.once('exit', () => (this.child = undefined));
    child.unref();
    child.channel?.unref();
  }

  get running(): boolean {
    return this.child !== undefined;
  }

  stop(): void {
    this.child?.removeAllListeners();
    this.child?.kill('SIGKILL');
    this.child = undefined;
  }
}

/** Whether a file is too large to wait for its check, where a compiled child can do it instead. */
export function isCheckedInBackground(path: string): boolean {
  return statSync(path).size > LOOKED_THROUGH_FIRST && existsSync(childFile());
}

function childFile(): string {
  return join(__dirname, 'quick-check.worker.js');
}
