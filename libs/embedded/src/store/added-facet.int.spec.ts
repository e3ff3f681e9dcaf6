import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FacetColumn } from '@lienthong/store';
import { EmbeddedDatabase } from '../database/embedded-database';
import { AggregateTable } from './aggregate-table';

const STATUS: FacetColumn = { name: 'status', indexed: true };
const ADDED: FacetColumn = { name: 'submittedBy', indexed: true };

describe('a facet that is younger than the data', () => {
  let folder: string;

  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lienthong-facet-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function save(facets: readonly FacetColumn[], id: string, values: readonly string[]): Promise<void> {
    const database = new EmbeddedDatabase(folder, 'normal');
    const table = new AggregateTable(database, { service: 'test', kind: 'case', facets });
    const envelope = { version: 1, state: { id }, sent: 0, seen: [] };
    table.set(id, { id, envelope, dueAt: undefined, facets: values, stored: false });
    await database.close();
  }

  it('has no value in what was saved before, and one in what is saved now', async () => {
    await save([STATUS], 'a', ['open']);
    await save([STATUS, ADDED], 'b', ['open', 'portal']);
    const database = new EmbeddedDatabase(folder, 'normal');
    const table = new AggregateTable(database, { service: 'test', kind: 'case', facets: [STATUS, ADDED] });
    const idsOf = async (where: Readonly<Record<string, string>>): Promise<readonly string[]> =>
      (await table.query({ where, limit: 10 })).map(({ id }) => id);
    expect(await idsOf({ status: 'open' })).toEqual(['a', 'b']);
    expect(await idsOf({ submittedBy: 'portal' })).toEqual(['b']);
    expect(table.get('a')?.facets).toEqual(['open', undefined]);
    await database.close();
  });
});
