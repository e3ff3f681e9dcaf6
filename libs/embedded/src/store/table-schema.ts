import { type FacetColumn } from '@lienthong/store';

/** Where one service keeps its aggregates: a table of its own, that no other service reads. */
export class TableSchema {
  readonly table: string;

  constructor(
    name: string,
    readonly facets: readonly FacetColumn[],
    private readonly tallied: readonly (readonly string[])[] = [],
  ) {
    this.table = `aggregate_${name.replace(/[^a-z0-9]/g, '_')}`;
  }

  get definition(): string {
    return `create table if not exists ${this.table} (
      id text not null unique, version integer not null, due_at integer, parked_at integer, body blob not null)`;
  }

  /** A table from before a facet was thought of gets its column, without a value in what was written then. */
  get facetColumns(): readonly string[] {
    return this.facets.map(({ name }) => `f_${name}`);
  }

  get indexes(): string {
    const facetIndexes = this.facets
      .filter((facet) => facet.indexed)
      .map(({ name }) => this.partialIndex(`f_${name}`, `f_${name}, id`));
    return [
      this.partialIndex('due_at', 'due_at'),
      this.partialIndex('parked_at', 'id'),
      ...facetIndexes,
      ...this.tallied.map(
        (facets, i) =>
          `create index if not exists ${this.table}_tally_${i} on ${this.table} (${facets.map((name) => `f_${name}`).join(', ')})`,
      ),
    ].join(';\n');
  }

  get insert(): string {
    const columns = ['id', 'version', 'due_at', 'parked_at', 'body', ...this.facetColumns];
    return `insert into ${this.table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`;
  }

  /** Takes the values of {@link insert} in another order: the id comes last. */
  get update(): string {
    const columns = ['version', 'due_at', 'parked_at', 'body', ...this.facetColumns];
    return `update ${this.table} set ${columns.map((c) => `${c} = ?`).join(', ')} where id = ?`;
  }

  /** Only rows that have the value: finished cases cost the index nothing. */
  private partialIndex(column: string, columns: string): string {
    return `create index if not exists ${this.table}_${column} on ${this.table} (${columns}) where ${column} is not null`;
  }
}
