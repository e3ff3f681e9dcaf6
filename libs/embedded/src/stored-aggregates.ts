import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Codec, decodeShapes } from './database/codec';
import { DATABASE_FILE, openForReading } from './database/connection';
import { MetaTable } from './database/meta-table';
import { TableSchema } from './store/table-schema';

const PAGE = 500;

type StoredRow = readonly [id: string, body: Uint8Array];

/**
 * What a stopped system has left on disk, for reading only: several may read one file at once, each on a thread of its
 * own. Nothing of what the system knew in memory is seen.
 */
export class StoredAggregates {
  private readonly db;
  private readonly codec: Codec;
  private readonly statements = new Map<string, ReturnType<typeof this.db.prepare>>();

  /** @throws Error where the directory holds no data */
  constructor(directory: string) {
    const path = join(directory, DATABASE_FILE);
    if (!existsSync(path)) throw new Error(`there is no data in ${directory}`);
    this.db = openForReading(path);
    this.codec = new Codec(decodeShapes(new MetaTable(this.db).get('shapes')));
  }

  /** States of these aggregates, by id. Those that are not there are left out. */
  some<State>(kind: string, ids: readonly string[]): ReadonlyMap<string, State> {
    const rows = this.rows(`where id in (select value from json_each(?))`, kind, [JSON.stringify(ids)]);
    return new Map(rows.map((row) => [row[0], this.stateOf<State>(row)]));
  }

  /** Every aggregate of a kind, ascending by id, in pages. */
  *pages<State>(kind: string): Generator<readonly (readonly [id: string, state: State])[]> {
    for (let after = ''; ;) {
      const rows = this.rows('where id > ? order by id limit ?', kind, [after, PAGE]);
      if (rows.length === 0) return;
      yield rows.map((row) => [row[0], this.stateOf<State>(row)] as const);
      after = rows.at(-1)?.[0] ?? '';
    }
  }

  /** Every id of a kind, ascending. */
  *ids(kind: string): Generator<string> {
    for (const row of this.db.prepare(`select id from ${tableOf(kind)} order by id`).iterate())
      yield (row as { readonly id: string }).id;
  }

  count(kind: string): number {
    return this.number(`select count(*) as n from ${tableOf(kind)}`);
  }

  /** Aggregates with an open incident. */
  countParked(kind: string): number {
    return this.number(`select count(*) as n from ${tableOf(kind)} where parked_at is not null`);
  }

  /** Batches of messages that some consumer has not taken. */
  countWaiting(): number {
    return this.number('select count(*) as n from log');
  }

  close(): void {
    this.db.close();
  }

  /** Few statements, each asked a few thousand times: prepared once, and rows without names. */
  private rows(condition: string, kind: string, values: readonly (string | number)[]): readonly StoredRow[] {
    const sql = `select id, body from ${tableOf(kind)} ${condition}`;
    let statement = this.statements.get(sql);
    if (!statement) this.statements.set(sql, (statement = this.db.prepare(sql).raw()));
    return statement.all([...values]) as unknown as readonly StoredRow[];
  }

  /** The state leads the stored envelope. */
  private stateOf<State>([, body]: StoredRow): State {
    return (this.codec.decode(body) as readonly [State])[0];
  }

  private number(sql: string): number {
    return (this.db.prepare(sql).get() as { readonly n: number }).n;
  }
}

function tableOf(kind: string): string {
  return new TableSchema(kind, []).table;
}
