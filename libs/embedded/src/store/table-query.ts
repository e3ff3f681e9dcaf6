import { type StoredQuery } from '@lienthong/store';
import { type Row } from './row';
import { type TableSchema } from './table-schema';

export class UnknownFacet extends Error {
  readonly code = 'unknown-facet';
}

/** The query over what is on disk. It asks for as many rows as could be needed, newer ones replace some of them. */
export function toSql(schema: TableSchema, query: StoredQuery): { sql: string; values: (string | number)[] } {
  const conditions: string[] = [];
  const values: (string | number)[] = [];
  const condition = (sql: string, value: string | number | undefined): void => {
    if (value === undefined) return;
    conditions.push(sql);
    values.push(value);
  };
  for (const [name, value] of Object.entries(query.where ?? {}))
    condition(`f_${known(schema, name)} = ?`, value);
  if (query.range) {
    const name = known(schema, query.range.facet);
    condition(`f_${name} >= ?`, query.range.from);
    condition(`f_${name} < ?`, query.range.to);
  }
  condition('id > ?', query.afterId);
  const where = conditions.length ? `where ${conditions.join(' and ')}` : '';
  return {
    sql: `select * from ${schema.table} ${where} order by id limit ?`,
    values: [...values, query.limit],
  };
}

/** How many rows on disk have these facets. */
export function toCount(
  schema: TableSchema,
  where: NonNullable<StoredQuery['where']>,
): { sql: string; values: (string | number)[] } {
  const conditions = Object.keys(where).map((name) => `f_${known(schema, name)} = ?`);
  return {
    sql: `select count(*) as n from ${schema.table} where ${conditions.join(' and ')}`,
    values: Object.values(where),
  };
}

/** The same query over one row in memory. */
export function matches(schema: TableSchema, row: Row, query: StoredQuery): boolean {
  const facet = (name: string): string | number | undefined =>
    row.facets[schema.facets.findIndex((column) => column.name === known(schema, name))];
  if (query.afterId !== undefined && row.id <= query.afterId) return false;
  for (const [name, value] of Object.entries(query.where ?? {})) if (facet(name) !== value) return false;
  if (!query.range) return true;
  const value = facet(query.range.facet);
  if (typeof value !== 'number') return false;
  return value >= (query.range.from ?? -Infinity) && value < (query.range.to ?? Infinity);
}

function known(schema: TableSchema, name: string): string {
  if (!schema.facets.some((facet) => facet.name === name))
    throw new UnknownFacet(`${schema.table} has no facet ${name}`);
  return name;
}
