import { randomUUID } from 'node:crypto';
import Database from 'libsql';
import {
  chmodSync,
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { DATABASE_FILE, type Durability, openForWriting, PAGE_SIZE } from './connection';
import { DataDirectoryUnusable, LOCK_FILE, lockDirectory } from './directory-lock';
import { MetaTable } from './meta-table';
import { isCheckedInBackground, faultIn } from './quick-check';
import { DataDamaged, StorageFault, troubleOf } from './storage-fault';
import { syncPath, writeWhole } from './write-whole';

/** The layout of the file; a file of another layout is refused, not guessed at. */
export const LAYOUT = 1;
/** Tells that a directory has had data, also when its database is gone. */
export const MARKER_FILE = 'data-directory.json';
const IDENTITY = 'directory';
const GROUP_AND_OTHERS = 0o077;
/** Names of what a system leaves in its directory. */
const OURS = [DATABASE_FILE, LOCK_FILE, MARKER_FILE];
const REPLAYS = 'replay';

/** Which data these are: in the database, and beside it in {@link MARKER_FILE}. */
export interface DataIdentity {
  readonly id: string;
  /** ISO 8601, real time. */
  readonly createdAt: string;
}

export class UnknownLayout extends Error {
  readonly code = 'unknown-data-layout';
  readonly exitCode = 2;

  constructor(directory: string, found: number) {
    super(
      `DATA_DIR ${directory} holds data of layout ${found}, this version reads layout ${LAYOUT}: use a fresh directory`,
    );
  }
}

/** A directory whose database is not the one that was kept there: going on would give numbers out again. */
export class WrongDatabase extends Error {
  readonly code = 'wrong-database';
  readonly exitCode = 2;
}

/**
 * A data directory that is held by this process: locked, found whole as far as a look at the start can tell, and readable
 * by its owner only. The database of a fresh one is made under another name and then renamed, so that an empty
 * file is never taken for a beginning.
 */
export class DataDirectory {
  private readonly placed: string;
  private log: string | undefined;

  private constructor(
    readonly path: string,
    readonly file: string,
    /** The connection that changes the schema. */
    readonly schema: Database.Database,
    private readonly lock: { release(): void },
  ) {
    this.placed = placeOf(file);
  }

  /**
   * Makes what is missing of a fresh directory.
   * @throws DataDirectoryInUse, DataDirectoryUnusable, DataDamaged, WrongDatabase, UnknownLayout in one line
   */
  static open(path: string, durability: Durability): DataDirectory {
    const lock = lockDirectory(path);
    let schema: Database.Database | undefined;
    try {
      tighten(path);
      const file = join(path, DATABASE_FILE);
      if (!existsSync(file)) createDatabase(path, file);
      if (statSync(file).size === 0) throw new DataDamaged(path, 'is empty, which a database never is');
      schema = openForWriting(file, durability);
      requireLayout(path, schema);
      if (!isCheckedInBackground(file)) requireWhole(path, schema);
      identify(path, schema);
      tighten(path);
      return new DataDirectory(path, file, schema, lock);
    } catch (error) {
      schema?.close();
      lock.release();
      throw refusalOf(path, error);
    }
  }

  /**
   * Whether the files that are written still lie where the next start looks for them. What is written to a file that was
   * deleted is lost with the process, and nothing else tells so. Costs a few microseconds.
   */
  isInPlace(): boolean {
    const log = placeOf(`${this.file}-wal`);
    this.log ??= log;
    return placeOf(this.file) === this.placed && log !== NOWHERE && log === this.log;
  }

  close(): void {
    this.schema.close();
    this.lock.release();
  }
}

const NOWHERE = '';

/** Device and inode. */
function placeOf(file: string): string {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false });
  return stat ? `${stat.dev}:${stat.ino}` : NOWHERE;
}

function createDatabase(directory: string, file: string): void {
  requireNoTraces(directory, file);
  const draft = `${file}.new`;
  for (const left of [draft, `${draft}-journal`]) rmSync(left, { force: true });
  closeSync(openSync(draft, 'wx', 0o600));
  const db = new Database(draft);
  try {
    db.pragma(`page_size = ${PAGE_SIZE}`);
    db.exec('begin');
    db.pragma(`user_version = ${LAYOUT}`);
    db.exec(MetaTable.schema);
    db.exec('commit');
  } finally {
    db.close();
  }
  renameSync(draft, file);
  syncPath(directory);
}

/** @throws WrongDatabase where data were kept in the directory before */
function requireNoTraces(directory: string, file: string): void {
  const marker = readMarker(directory);
  const left = existsSync(`${file}-wal`) ? `${DATABASE_FILE}-wal` : marker && MARKER_FILE;
  if (left === undefined) return;
  const since = marker?.createdAt ? ` since ${marker.createdAt}` : '';
  throw new WrongDatabase(
    `DATA_DIR ${directory} has lost its database: ${left} tells that data were kept here${since}, but ${DATABASE_FILE} is missing. Restore a backup: npm run restore -- --from <file> --data-dir ${directory}; or, to begin afresh, choose another directory`,
  );
}

function requireLayout(directory: string, db: Database.Database): void {
  const { user_version: layout } = db.prepare('pragma user_version').get() as { user_version: number };
  if (layout === 0) throw new DataDamaged(directory, 'holds no data of Liên thông');
  if (layout !== LAYOUT) throw new UnknownLayout(directory, layout);
}

function requireWhole(directory: string, db: Database.Database): void {
  const fault = faultIn(db);
  if (fault !== undefined) throw new DataDamaged(directory, `is damaged (${fault})`);
}

/** Knows the database again by its identity, or gives it one where it has none yet (data of before 0.2). */
function identify(directory: string, db: Database.Database): void {
  db.exec(MetaTable.schema);
  const fresh: DataIdentity = { id: randomUUID(), createdAt: new Date().toISOString() };
  db.prepare('insert or ignore into meta values (?, ?)').run([IDENTITY, Buffer.from(JSON.stringify(fresh))]);
  const identity = readIdentity(db) ?? fresh;
  const marker = readMarker(directory);
  if (marker?.id === identity.id) return;
  if (marker?.id)
    throw new WrongDatabase(
      `DATA_DIR ${directory}: ${DATABASE_FILE} is not the database that was kept here, by ${MARKER_FILE}: put the right one back, or remove ${MARKER_FILE} if that is meant`,
    );
  writeMarker(directory, identity);
}

/** @throws DataDamaged where what stands there is no identity */
export function readIdentity(db: Database.Database): DataIdentity | undefined {
  const row = db.prepare('select value from meta where key = ?').get(IDENTITY) as
    { readonly value: Uint8Array } | undefined;
  return row && (JSON.parse(Buffer.from(row.value).toString('utf8')) as DataIdentity);
}

export function writeMarker(directory: string, { id, createdAt }: DataIdentity): void {
  writeWhole(join(directory, MARKER_FILE), `${JSON.stringify({ id, createdAt })}\n`);
}

/** Undefined: there is none. Without an id: it cannot be read, and tells only that there were data. */
export function readMarker(directory: string): Partial<DataIdentity> | undefined {
  const path = join(directory, MARKER_FILE);
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Partial<DataIdentity>;
  } catch {
    return {};
  }
}

/** Data are their owner's only: the files always, the directory where it holds nothing of anybody else. */
function tighten(directory: string): void {
  const names = readdirSync(directory);
  const ours = names.filter((name) => OURS.some((one) => name.startsWith(one)));
  for (const name of ours) tightenOne(join(directory, name));
  if (names.every((name) => ours.includes(name) || name === REPLAYS)) tightenOne(directory);
}

function tightenOne(path: string): void {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat || stat.uid !== process.geteuid?.() || (stat.mode & GROUP_AND_OTHERS) === 0) return;
  chmodSync(path, stat.mode & 0o777 & ~GROUP_AND_OTHERS);
}

function refusalOf(directory: string, error: unknown): unknown {
  const trouble = troubleOf(error);
  if (trouble === undefined) return error;
  if (trouble === 'damaged') return new DataDamaged(directory, `is damaged (${(error as Error).message})`);
  return new DataDirectoryUnusable(
    directory,
    trouble === 'full' ? new StorageFault(directory, 'full').reason : error,
  );
}
