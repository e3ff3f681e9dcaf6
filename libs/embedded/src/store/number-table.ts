import { DirtyMap } from '../database/dirty-map';
import { type EmbeddedDatabase } from '../database/embedded-database';
import { type Change, type Participant, type SqlValue } from '../database/participant';

interface Counter {
  period: string;
  last: number;
}

/** Running numbers: each name counts from 1 within a period. One row a name, so offices times kinds bound it. */
export class NumberTable implements Participant {
  private readonly counters = new Map<string, Counter>();
  private readonly dirty = new DirtyMap<string, Counter>();

  constructor(private readonly database: EmbeddedDatabase) {
    database.define(
      'create table if not exists number (name text primary key, period text not null, last integer not null) without rowid',
    );
    const rows = database.reader.prepare('select name, period, last from number').all();
    for (const row of rows as { name: string; period: string; last: number }[]) {
      this.counters.set(row.name, { period: row.period, last: row.last });
    }
    database.join(this);
  }

  next(name: string, period: string): number {
    let counter = this.counters.get(name);
    if (!counter) this.counters.set(name, (counter = { period, last: 0 }));
    if (counter.period !== period) {
      counter.period = period;
      counter.last = 0;
    }
    counter.last++;
    this.dirty.set(name, counter);
    this.database.touch();
    return counter.last;
  }

  collect(): readonly Change[] {
    const rows: SqlValue[][] = [];
    for (const [name, { period, last }] of this.dirty.take()) rows.push([name, period, last]);
    if (rows.length === 0) return [];
    return [
      {
        sql: 'insert into number values (?, ?, ?) on conflict do update set period = excluded.period, last = excluded.last',
        rows,
      },
    ];
  }

  settled(): void {
    this.dirty.settle();
  }
}
