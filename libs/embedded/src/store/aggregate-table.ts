import { LRUCache } from 'lru-cache';
import {
  type AggregateKind,
  type Envelope,
  type FacetConditions,
  type FacetValue,
  type StoredQuery,
  type Tally,
} from '@lienthong/store';
import { DirtyMap } from '../database/dirty-map';
import { type EmbeddedDatabase } from '../database/embedded-database';
import { type Change, type Participant, type SqlValue } from '../database/participant';
import { KnownKeys } from './known-keys';
import { type Row } from './row';
import { TableSchema } from './table-schema';
import { toSelect, toTally } from './table-query';

/** Aggregates of one kind that {@link KnownKeys} is made for. */
const EXPECTED = 2_000_000;
/** Clean aggregates kept decoded: the ones in hand, not the history. */
const CACHED = 4_000;

/** One service's aggregates: newest in memory until they are on disk, a bounded number of clean ones after that. */
export class AggregateTable implements Participant {
  private readonly schema: TableSchema;
  private readonly dirty = new DirtyMap<string, Row>();
  private readonly clean = new LRUCache<string, Row>({ max: CACHED });
  private readonly selectOne;
  /** No row on disk has an id above this one: new dossier numbers need no look-up. */
  private highestId: string;
  private readonly known: KnownKeys;

  constructor(
    private readonly database: EmbeddedDatabase,
    { kind, facets, tallied }: AggregateKind,
  ) {
    this.schema = new TableSchema(kind, facets, tallied);
    database.define(this.schema.definition);
    database.widen(this.schema.table, this.schema.facetColumns);
    database.define(this.schema.indexes);
    this.selectOne = database.reader.prepare(`select * from ${this.schema.table} where id = ?`);
    const highest = database.reader.prepare(`select max(id) as id from ${this.schema.table}`).get();
    this.highestId = (highest as { readonly id: string | null }).id ?? '';
    this.known = new KnownKeys(this.highestId === '', EXPECTED);
    database.join(this);
  }

  get(id: string): Row | undefined {
    const inMemory = this.dirty.get(id) ?? this.clean.get(id);
    if (inMemory || id > this.highestId || !this.known.mayHave(id)) return inMemory;
    const record = this.selectOne.get(id) as Stored | undefined;
    if (!record) return undefined;
    const row = this.decode(record);
    this.clean.set(id, row);
    return row;
  }

  set(id: string, row: Row): void {
    this.dirty.set(id, row);
    this.database.touch();
  }

  /** Of what is on disk. */
  async query(query: StoredQuery): Promise<readonly { readonly id: string; readonly envelope: Envelope }[]> {
    const { sql, values } = toSelect(this.schema, query);
    const rows = (await this.database.pages.rows(sql, values)) as readonly SelectedRow[];
    return rows.map(([id, version, body]) => ({ id, envelope: this.envelopeOf(version, body) }));
  }

  /** Of what is on disk. */
  async tally(conditions: FacetConditions, by: readonly string[]): Promise<readonly Tally[]> {
    const { sql, values } = toTally(this.schema, conditions, by);
    const rows = (await this.database.tallies.rows(
      sql,
      values,
    )) as readonly (readonly (FacetValue | null)[])[];
    return rows.map((row) => ({
      values: row.slice(0, -1).map((value) => value ?? undefined),
      count: Number(row.at(-1)),
    }));
  }

  parked(limit: number, afterId: string): Row[] {
    const stored = this.database.reader
      .prepare(
        `select * from ${this.schema.table} where parked_at is not null and id > ? order by id limit ?`,
      )
      .all([afterId, limit + this.dirty.size]) as Stored[];
    const fresh = [...this.dirty.entries()]
      .map(([, row]) => row)
      .filter((row) => row.envelope.parked && row.id > afterId);
    return [...stored.filter((row) => !this.dirty.has(row.id)).map((row) => this.decode(row)), ...fresh]
      .sort(byId)
      .slice(0, limit);
  }

  /** Of what is on disk. */
  count(where: Readonly<Record<string, FacetValue>>): number {
    const { sql, values } = toTally(this.schema, { where }, []);
    return (this.database.reader.prepare(sql).get(values) as { readonly n: number }).n;
  }

  countParked(): number {
    const sql = `select count(*) as n from ${this.schema.table} where parked_at is not null`;
    return (this.database.reader.prepare(sql).get() as { readonly n: number }).n;
  }

  /** Every pending timer on disk, for the timer queue to start with. */
  *dueTimes(): Generator<{ readonly id: string; readonly dueAt: number }> {
    const rows = this.database.reader
      .prepare(`select id, due_at as dueAt from ${this.schema.table} where due_at is not null`)
      .iterate();
    for (const row of rows) yield row as { readonly id: string; readonly dueAt: number };
  }

  collect(): readonly Change[] {
    const inserts: SqlValue[][] = [];
    const updates: SqlValue[][] = [];
    for (const row of this.dirty.take().values()) {
      const { id, envelope, dueAt, facets } = row;
      const values: SqlValue[] = [
        envelope.version,
        dueAt ?? null,
        envelope.parked?.since ?? null,
        this.database.codec.encode(bodyOf(envelope)),
      ];
      for (let i = 0; i < this.schema.facets.length; i++) values.push(facets[i] ?? null);
      if (row.stored) {
        values.push(id);
        updates.push(values);
      } else {
        values.unshift(id);
        inserts.push(values);
        this.known.add(id);
      }
      row.stored = true;
      if (id > this.highestId) this.highestId = id;
    }
    return [
      { sql: this.schema.insert, rows: inserts },
      { sql: this.schema.update, rows: updates },
    ].filter((change) => change.rows.length > 0);
  }

  settled(): void {
    for (const [id, row] of this.dirty.settle()) this.clean.set(id, row);
  }

  private decode(stored: Stored): Row {
    return {
      id: stored.id,
      envelope: this.envelopeOf(stored.version, stored.body),
      dueAt: stored.due_at ?? undefined,
      facets: this.schema.facets.map(({ name }) => stored[`f_${name}`] ?? undefined),
      stored: true,
    };
  }

  private envelopeOf(version: number, body: Uint8Array): Envelope {
    const [state, sent, seen, parked, trace] = this.database.codec.decode(body) as Body;
    return {
      version,
      state: state ?? undefined,
      sent,
      seen,
      ...(parked ? { parked } : {}),
      ...(trace === undefined ? {} : { trace }),
    };
  }
}

/** A trace context is there only where somebody traces. */
type Body = [unknown, number, Envelope['seen'], (Envelope['parked'] | null)?, string?];

function bodyOf({ state, sent, seen, parked, trace }: Envelope): Body {
  return trace === undefined ? [state, sent, seen, parked] : [state, sent, seen, parked, trace];
}

type SelectedRow = readonly [id: string, version: number, body: Uint8Array];

interface Stored {
  readonly id: string;
  readonly version: number;
  readonly due_at: number | null;
  readonly body: Uint8Array;
  readonly [facet: `f_${string}`]: string | number | null;
}

function byId(a: Row, b: Row): number {
  return a.id < b.id ? -1 : 1;
}
