import { join } from 'node:path';
import type Database from 'libsql';
import { Codec, decodeShapes } from './codec';
import { DATABASE_FILE, type Durability, openForReading, openForWriting } from './connection';
import { lockDirectory } from './directory-lock';
import { MetaTable } from './meta-table';
import { type Participant } from './participant';
import { createQueryRunner, type QueryRunner } from './query-runner';
import { createWriter, type Writer } from './writer';

/** The layout of the file; a file of another layout is refused, not guessed at. */
const LAYOUT = 1;
/** Changes that may gather in memory while a commit is being written. */
const MOST_UNWRITTEN = 50_000;
const LONGEST_GATHERING_MS = 250;

export class UnknownLayout extends Error {
  readonly code = 'unknown-data-layout';
  readonly exitCode = 2;

  constructor(directory: string, found: number) {
    super(
      `DATA_DIR ${directory} holds data of layout ${found}, this version reads layout ${LAYOUT}: use a fresh directory`,
    );
  }
}

/**
 * The one file under the embedded bus and stores. Changes take effect in memory at once and reach the disk by
 * group commit: one commit at a time, each a consistent cut; while it is written the next one gathers. Whoever
 * tells the outside world something waits for {@link durable} first.
 */
export class EmbeddedDatabase {
  private readonly participants: Participant[] = [];
  private readonly lock;
  private readonly schema: Database.Database;
  private readonly writer: Writer;
  readonly reader: Database.Database;
  /** For pages, and for what has to count all there is: a page does not wait behind a count. */
  readonly pages: QueryRunner;
  readonly tallies: QueryRunner;
  readonly meta: MetaTable;
  readonly codec: Codec;
  private gathering = new Gathering();
  private writing: Promise<void> | undefined;
  private failure: Error | undefined;
  private closed = false;
  private unwritten = 0;
  private isQuiet: () => boolean = () => true;

  constructor(
    readonly directory: string,
    durability: Durability = 'full',
    /** Called when the disk refuses a commit: nothing more can be promised, the process must stop. */
    private readonly onFailure: (error: Error) => void = (error) => {
      throw error;
    },
  ) {
    this.lock = lockDirectory(directory);
    const path = join(directory, DATABASE_FILE);
    this.schema = openForWriting(path, durability);
    const { user_version: found } = this.schema.prepare('pragma user_version').get() as {
      user_version: number;
    };
    if (found !== 0 && found !== LAYOUT) throw new UnknownLayout(directory, found);
    this.schema.pragma(`user_version = ${LAYOUT}`);
    this.schema.exec(MetaTable.schema);
    this.reader = openForReading(path);
    this.meta = new MetaTable(this.reader);
    this.codec = new Codec(decodeShapes(this.meta.get('shapes')));
    this.writer = createWriter(path, durability);
    this.pages = createQueryRunner(path);
    this.tallies = createQueryRunner(path);
  }

  /** Creates tables. Before the first commit only. */
  define(sql: string): void {
    this.schema.exec(sql);
  }

  /** Adds the columns that a table has not got yet. Before the first commit only. */
  widen(table: string, columns: readonly string[]): void {
    const described = this.schema.prepare(`pragma table_info(${table})`).all() as { readonly name: string }[];
    const known = new Set(described.map(({ name }) => name));
    for (const column of columns)
      if (!known.has(column)) this.schema.exec(`alter table ${table} add column ${column}`);
  }

  join(participant: Participant): void {
    this.participants.push(participant);
  }

  /** Tells that a participant has changes: they will be in the next commit. */
  touch(): void {
    this.unwritten++;
    if (this.gathering.touched) return;
    this.gathering.touched = true;
    this.gathering.since = performance.now();
    if (!this.writing) setImmediate(this.flushWhenQuiet);
  }

  /**
   * Lets commits wait, for {@link LONGEST_GATHERING_MS} at most, until `quiet`: what is sent and consumed, or changed
   * again, before a commit is collected costs the disk nothing.
   */
  preferCommitsWhen(quiet: () => boolean): void {
    this.isQuiet = quiet;
  }

  /** Resolves once everything changed so far is on disk. */
  async durable(): Promise<void> {
    if (this.failure) throw this.failure;
    if (this.gathering.touched) return this.gathering.settled;
    return this.writing;
  }

  /** Waits for the disk when changes gather faster than it takes them: memory stays bounded. */
  async keepUp(): Promise<void> {
    if (this.unwritten > MOST_UNWRITTEN) await this.durable();
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await this.durable();
    await Promise.all([this.pages.close(), this.tallies.close()]);
    await this.writer.close();
    this.reader.close();
    this.schema.close();
    this.lock.release();
  }

  private readonly flushWhenQuiet = (): void => {
    if (this.writing || !this.gathering.touched) return;
    const waited = performance.now() - this.gathering.since;
    if (this.isQuiet() || waited > LONGEST_GATHERING_MS) this.flush();
    else setImmediate(this.flushWhenQuiet);
  };

  private flush(): void {
    const gathered = this.gathering;
    this.gathering = new Gathering();
    this.unwritten = 0;
    const changes = this.participants.flatMap((participant) => participant.collect());
    const shapes = this.codec.takeNewShapes();
    if (shapes) this.meta.set('shapes', shapes);
    changes.push(...this.meta.collect());
    this.writing = this.writer.write(changes).then(
      () => {
        for (const participant of this.participants) participant.settled?.();
        this.writing = undefined;
        gathered.resolve();
        setImmediate(this.flushWhenQuiet);
      },
      (error: Error) => {
        this.failure = error;
        gathered.reject(error);
        this.onFailure(error);
      },
    );
  }
}

/** The commit that is being gathered. */
class Gathering {
  touched = false;
  /** When the first change came, by `performance.now()`. */
  since = 0;
  resolve!: () => void;
  reject!: (error: Error) => void;
  readonly settled = new Promise<void>((resolve, reject) => {
    this.resolve = resolve;
    this.reject = reject;
  });

  constructor() {
    this.settled.catch(() => undefined);
  }
}
