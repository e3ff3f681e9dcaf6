import type Database from 'libsql';
import { Codec, decodeShapes } from './codec';
import { type Durability, openForReading } from './connection';
import { DataDirectory } from './data-directory';
import { MetaTable } from './meta-table';
import { type Change, type Participant } from './participant';
import { createQueryRunner, type QueryRunner } from './query-runner';
import { BackgroundCheck, isCheckedInBackground } from './quick-check';
import { heededReader, type Reader } from './reader';
import { StorageFault, troubleOf } from './storage-fault';
import { createWriter, type Writer } from './writer';

/** Changes that may gather in memory while a commit is being written. */
const MOST_UNWRITTEN = 50_000;
const LONGEST_GATHERING_MS = 250;

/**
 * The one file under the embedded bus and stores. Changes take effect in memory at once and reach the disk by
 * group commit: one commit at a time, each a consistent cut; while it is written the next one gathers. Whoever
 * tells the outside world something waits for {@link durable} first.
 */
export class EmbeddedDatabase {
  private readonly participants: Participant[] = [];
  private readonly data: DataDirectory;
  private readonly writer: Writer;
  private readonly connection: Database.Database;
  private readonly check: BackgroundCheck | undefined;
  readonly reader: Reader;
  /** For pages, and for what has to count all there is: a page does not wait behind a count. */
  readonly pages: QueryRunner;
  readonly tallies: QueryRunner;
  readonly meta: MetaTable;
  readonly codec: Codec;
  private gathering = new Gathering();
  private writing: Promise<void> | undefined;
  private failure: StorageFault | undefined;
  private closed = false;
  private unwritten = 0;
  private isQuiet: () => boolean = () => true;

  /** @throws in one line where the directory cannot be gone on with ({@link DataDirectory.open}) */
  constructor(
    readonly directory: string,
    durability: Durability = 'full',
    /** Called once, when nothing more can be kept: from then on {@link durable} rejects. */
    private readonly onFailure: (fault: StorageFault) => void = (fault) => {
      throw fault;
    },
  ) {
    this.data = DataDirectory.open(directory, durability);
    const path = this.data.file;
    if (isCheckedInBackground(path)) this.check = new BackgroundCheck(path, this.heedCheck);
    this.connection = openForReading(path);
    this.reader = heededReader(this.connection, this.heed);
    this.meta = new MetaTable(this.reader);
    this.codec = new Codec(decodeShapes(this.meta.get('shapes')));
    this.writer = createWriter(path, durability);
    this.pages = createQueryRunner(path, this.heed);
    this.tallies = createQueryRunner(path, this.heed);
  }

  /** Creates tables. Before the first commit only. */
  define(sql: string): void {
    try {
      this.data.schema.exec(sql);
    } catch (error) {
      throw this.heed(error);
    }
  }

  /** Adds the columns that a table has not got yet. Before the first commit only. */
  widen(table: string, columns: readonly string[]): void {
    const described = this.data.schema.prepare(`pragma table_info(${table})`).all() as {
      readonly name: string;
    }[];
    const known = new Set(described.map(({ name }) => name));
    for (const column of columns)
      if (!known.has(column)) this.define(`alter table ${table} add column ${column}`);
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

  /** @throws StorageFault once nothing more is kept: nobody need begin what cannot be acknowledged */
  requireKeeping(): void {
    if (this.failure) throw this.failure;
  }

  /** Waits for the disk when changes gather faster than it takes them: memory stays bounded. */
  async keepUp(): Promise<void> {
    if (this.unwritten > MOST_UNWRITTEN) await this.durable();
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    const lost = await this.durable().catch((error: unknown) => error as Error);
    this.check?.stop();
    await Promise.all([this.pages.close(), this.tallies.close()]);
    await this.writer.close();
    this.connection.close();
    this.data.close();
    if (lost) throw lost;
  }

  /** Whether everything that was changed so far can be kept, looked at anew: `up`, or why not. */
  async condition(): Promise<string> {
    if (!this.failure && !this.data.isInPlace()) this.fail(new StorageFault(this.directory, 'gone'));
    try {
      await this.durable();
      return 'up';
    } catch (error) {
      return error instanceof StorageFault ? error.reason : 'the disk refuses commits';
    }
  }

  /** Whether the file is still being looked through for damage. */
  get isBeingChecked(): boolean {
    return this.check?.running ?? false;
  }

  private readonly flushWhenQuiet = (): void => {
    if (this.writing || this.failure || !this.gathering.touched) return;
    const waited = performance.now() - this.gathering.since;
    if (this.isQuiet() || waited > LONGEST_GATHERING_MS) this.flush();
    else setImmediate(this.flushWhenQuiet);
  };

  private flush(): void {
    const gathered = this.gathering;
    this.gathering = new Gathering();
    this.unwritten = 0;
    const changes: Change[] = this.participants.flatMap((participant) => participant.collect());
    const shapes = this.codec.takeNewShapes();
    if (shapes) this.meta.set('shapes', shapes);
    changes.push(...this.meta.collect());
    this.writing = this.commit(changes, gathered);
    this.writing.catch(() => undefined);
  }

  /** What is written counts only where the next start will find it. */
  private async commit(changes: readonly Change[], gathered: Gathering): Promise<void> {
    try {
      await this.writer.write(changes);
      if (!this.data.isInPlace()) throw new StorageFault(this.directory, 'gone');
      if (this.failure) throw this.failure;
    } catch (error) {
      const fault = this.faultOf(error) ?? new StorageFault(this.directory, 'refused', error);
      gathered.reject(fault);
      this.fail(fault);
      throw fault;
    }
    for (const participant of this.participants) participant.settled?.();
    this.writing = undefined;
    gathered.resolve();
    setImmediate(this.flushWhenQuiet);
  }

  private readonly heed = (error: unknown): unknown => {
    const fault = this.faultOf(error);
    if (!fault) return error;
    this.fail(fault);
    return fault;
  };

  private readonly heedCheck = (fault: string | undefined): void => {
    if (fault !== undefined) this.fail(new StorageFault(this.directory, 'damaged', new Error(fault)));
  };

  private faultOf(error: unknown): StorageFault | undefined {
    if (error instanceof StorageFault) return error;
    const trouble = troubleOf(error);
    return trouble && new StorageFault(this.directory, trouble, error);
  }

  /** From here on nothing is acknowledged. */
  private fail(fault: StorageFault): void {
    if (this.failure || this.closed) return;
    this.failure = fault;
    this.gathering.reject(fault);
    this.onFailure(fault);
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
