import { LRUCache } from 'lru-cache';
import { DirtyMap } from '../database/dirty-map';
import { type EmbeddedDatabase } from '../database/embedded-database';
import { type Change, type Participant, type SqlValue } from '../database/participant';
import { KnownKeys } from './known-keys';

const CACHED = 20_000;
/** Keys that {@link KnownKeys} is made for. */
const EXPECTED = 8_000_000;
/** Stands for "nobody" where a released claim is not yet gone from the disk. */
const NOBODY = '';

/** Keys that must be unique across aggregates, each with the aggregate that holds it. */
export class ClaimTable implements Participant {
  private readonly dirty = new DirtyMap<string, string>();
  private readonly clean = new LRUCache<string, string>({ max: CACHED });
  private readonly select;
  private readonly known: KnownKeys;

  constructor(private readonly database: EmbeddedDatabase) {
    database.define(
      'create table if not exists claim (key text primary key, owner text not null) without rowid',
    );
    this.select = database.reader.prepare('select owner from claim where key = ?');
    const empty = database.reader.prepare('select 1 from claim limit 1').get() === undefined;
    this.known = new KnownKeys(empty, EXPECTED);
    database.join(this);
  }

  owner(key: string): string | undefined {
    let owner = this.dirty.get(key) ?? this.clean.get(key);
    if (owner === undefined) {
      if (!this.known.mayHave(key)) return undefined;
      const row = this.select.get(key) as { readonly owner: string } | undefined;
      owner = row?.owner ?? NOBODY;
      this.clean.set(key, owner);
    }
    return owner === NOBODY ? undefined : owner;
  }

  /** Takes the key unless somebody holds it; answers who holds it now. */
  claim(key: string, owner: string): string {
    const holder = this.owner(key);
    if (holder !== undefined) return holder;
    this.write(key, owner);
    return owner;
  }

  release(key: string, owner: string): void {
    if (this.owner(key) === owner) this.write(key, NOBODY);
  }

  collect(): readonly Change[] {
    const taken: SqlValue[][] = [];
    const released: SqlValue[][] = [];
    for (const [key, owner] of this.dirty.take()) {
      if (owner === NOBODY) released.push([key]);
      else {
        taken.push([key, owner]);
        this.known.add(key);
      }
    }
    return [
      {
        sql: 'insert into claim values (?, ?) on conflict do update set owner = excluded.owner',
        rows: taken,
      },
      { sql: 'delete from claim where key = ?', rows: released },
    ].filter((change) => change.rows.length > 0);
  }

  settled(): void {
    for (const [key, owner] of this.dirty.settle()) this.clean.set(key, owner);
  }

  private write(key: string, owner: string): void {
    this.dirty.set(key, owner);
    this.database.touch();
  }
}
