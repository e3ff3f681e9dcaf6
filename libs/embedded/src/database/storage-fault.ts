import { StoreUnavailable } from '@lienthong/store';
import { DATABASE_FILE } from './connection';

/** `full` and `refused` end with a restart once the disk is mended; `damaged` and `gone` need a human, and a backup. */
export type StorageTrouble = 'full' | 'refused' | 'damaged' | 'gone';

const RESTORE =
  'restore a backup into another directory: npm run restore -- --from <file> --data-dir <directory>';

/** In a few words without a path: `/health/ready` is open to all. */
const REASONS: Readonly<Record<StorageTrouble, string>> = {
  full: 'the disk is full',
  refused: 'the disk refuses commits',
  damaged: 'the database file is damaged',
  gone: 'the database file was deleted, moved or replaced',
};

const ADVICE: Readonly<Record<StorageTrouble, string>> = {
  full: 'Nothing acknowledged is lost: make room on it and start again',
  refused: 'Nothing acknowledged is lost: mend it and start again',
  damaged: `Nothing more is taken: stop, keep the directory as it is, and ${RESTORE}`,
  gone: `Nothing more is taken, and what was acknowledged is in this process only: save it from there (docs/operators.md) before it is stopped, or ${RESTORE}`,
};

/** Why nothing more can be kept in a data directory, in one line that says what to do. Callers over HTTP get 503. */
export class StorageFault extends StoreUnavailable {
  readonly reason: string;

  constructor(
    directory: string,
    readonly trouble: StorageTrouble,
    cause?: unknown,
  ) {
    super({ cause });
    this.reason = REASONS[trouble];
    const said = cause instanceof Error && trouble !== 'full' ? ` (${cause.message})` : '';
    this.message = `DATA_DIR ${directory}: ${this.reason}${said}. ${ADVICE[trouble]}`;
  }

  /** Whether starting again is all it takes, once the disk is mended. */
  get endsWithRestart(): boolean {
    return this.trouble === 'full' || this.trouble === 'refused';
  }
}

/** What an error of SQLite or of the operating system says of the storage. Undefined: nothing, it is a fault of the statement or of ours. */
export function troubleOf(error: unknown): StorageTrouble | undefined {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  if (typeof code !== 'string') return undefined;
  if (['SQLITE_FULL', 'ENOSPC', 'EDQUOT'].includes(code)) return 'full';
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) return 'damaged';
  return /^(SQLITE_(IOERR|CANTOPEN|READONLY|PERM|PROTOCOL)|E(ACCES|PERM|ROFS|IO|MFILE|NFILE|FBIG)$)/.test(
    code,
  )
    ? 'refused'
    : undefined;
}

/** A database file that cannot be gone on with. Stops the start in one line. */
export class DataDamaged extends Error {
  readonly code = 'data-damaged';
  readonly exitCode = 2;

  constructor(directory: string, how: string) {
    super(`DATA_DIR ${directory}: ${DATABASE_FILE} ${how}. Keep it as it is, and ${RESTORE}`);
  }
}
