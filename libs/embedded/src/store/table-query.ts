import { type FacetConditions, type FacetRange, type FacetValue, type StoredQuery } from '@lienthong/store';
import { type TableSchema } from './table-schema';

export class UnknownFacet extends Error {
  readonly code = 'unknown-facet';
}

export interface Sql {
  readonly sql: string;
  readonly values: readonly FacetValue[];
}

/** Above every character that an id has. */
const LAST_CHARACTER = '\uffff';

/** A query over what is on disk: rows of id, version and body. */
export function toSelect(schema: TableSchema, query: StoredQuery): Sql {
  const where = new Conditions(schema).all(query);
  if (query.afterId !== undefined) where.add('id > ?', query.afterId);
  let order = 'id';
  if (query.order) {
    const column = where.column(query.order.facet);
    const [comparison, direction] = query.order.descending ? ['<', ' desc'] : ['>', ''];
    order = `${column}${direction}, id${direction}`;
    where.add(`${column} is not null`);
    if (query.after) where.add(`(${column}, id) ${comparison} (?, ?)`, query.after.value, query.after.id);
  }
  return {
    sql: `select id, version, body from ${schema.table} ${where.sql} order by ${order} limit ?`,
    values: [...where.values, query.limit],
  };
}

/** How many rows on disk have which values: rows of the values, and last the number `n`. */
export function toTally(schema: TableSchema, conditions: FacetConditions, by: readonly string[]): Sql {
  const where = new Conditions(schema).all(conditions);
  const columns = by.map((facet) => where.column(facet));
  const groups = columns.length ? ` group by ${columns.join(', ')}` : '';
  return {
    sql: `select ${[...columns, 'count(*) as n'].join(', ')} from ${schema.table} ${where.sql}${groups}`,
    values: where.values,
  };
}

class Conditions {
  private readonly parts: string[] = [];
  readonly values: FacetValue[] = [];

  constructor(private readonly schema: TableSchema) {}

  get sql(): string {
    return this.parts.length ? `where ${this.parts.join(' and ')}` : '';
  }

  add(sql: string, ...values: readonly FacetValue[]): void {
    this.parts.push(sql);
    this.values.push(...values);
  }

  all({ where = {}, ranges = [], idPrefix, ids, exceptIds }: FacetConditions): this {
    for (const [facet, wanted] of Object.entries(where)) {
      const column = this.column(facet);
      if (typeof wanted === 'object')
        this.add(`${column} in (${wanted.map(() => '?').join(', ')})`, ...wanted);
      else this.add(`${column} = ?`, wanted);
    }
    for (const range of ranges) this.range(range);
    if (idPrefix !== undefined) this.add('id >= ? and id < ?', idPrefix, idPrefix + LAST_CHARACTER);
    if (ids) this.add('id in (select value from json_each(?))', JSON.stringify(ids));
    if (exceptIds) this.add('id not in (select value from json_each(?))', JSON.stringify(exceptIds));
    return this;
  }

  column(facet: string): string {
    if (!this.schema.facets.some(({ name }) => name === facet))
      throw new UnknownFacet(`${this.schema.table} has no facet ${facet}`);
    return `f_${facet}`;
  }

  private range({ facet, from, to, orAbsent }: FacetRange): void {
    const column = this.column(facet);
    const values: FacetValue[] = [];
    const parts: string[] = [];
    if (from !== undefined) {
      parts.push(`${column} >= ?`);
      values.push(from);
    }
    if (to !== undefined) {
      parts.push(`${column} < ?`);
      values.push(to);
    }
    const within = parts.length ? parts.join(' and ') : `${column} is not null`;
    this.add(orAbsent ? `(${column} is null or ${within})` : within, ...values);
  }
}
