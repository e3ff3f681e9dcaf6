import { type Change } from './participant';
import { type Reader } from './reader';

/** Single values of the whole file: shapes of records, the clock's origin. */
export class MetaTable {
  static readonly schema =
    'create table if not exists meta (key text primary key, value blob not null) without rowid';

  private changed = new Map<string, Uint8Array>();

  constructor(private readonly reader: Reader) {}

  get(key: string): Uint8Array | undefined {
    const row = this.reader.prepare('select value from meta where key = ?').get(key);
    return this.changed.get(key) ?? (row as { readonly value: Uint8Array } | undefined)?.value;
  }

  /** Written with the next commit; the caller touches the database when that must be soon. */
  set(key: string, value: Uint8Array): void {
    this.changed.set(key, value);
  }

  collect(): readonly Change[] {
    if (this.changed.size === 0) return [];
    const rows = [...this.changed];
    this.changed = new Map();
    return [{ sql: 'insert into meta values (?, ?) on conflict do update set value = excluded.value', rows }];
  }
}
