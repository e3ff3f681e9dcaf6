import { type Message } from '@lienthong/contracts';
import { Metrics } from '@lienthong/platform';
import { TestSystem } from '../support/test-system';
import { birthWith } from './bodies';
import { BAD_BATCHES, BAD_INPUTS } from './cases';
import { runBadInput } from './run-bad-input';

const TABLES = "select name from sqlite_master where type = 'table' and name not in ('meta', 'log_offset')";

describe('bad input', () => {
  let system: TestSystem;
  let url: string;
  const published: Message[] = [];

  beforeAll(async () => {
    system = await TestSystem.open({ LOG_LEVEL: 'silent' }, ['--start', '2026-11-16T09:00:00+07:00']);
    system.runtime.embedded.log.onAppend((message) => published.push(message));
    url = await system.standalone.serve();
  });
  afterAll(() => system.close());

  /** Rows on disk, the clock and the consumers' offsets aside. */
  const stored = async (): Promise<Readonly<Record<string, number>>> => {
    const { database } = system.runtime.embedded;
    await database.durable();
    const tables = database.reader.prepare(TABLES).all() as { readonly name: string }[];
    return Object.fromEntries(
      tables.map(({ name }) => {
        const { rows } = database.reader.prepare(`select count(*) as rows from ${name}`).get() as {
          rows: number;
        };
        return [name, rows];
      }),
    );
  };

  it('has enough of it, each under a name of its own', () => {
    const names = [...BAD_INPUTS, ...BAD_BATCHES].map(({ name }) => name);
    expect(names.length).toBeGreaterThanOrEqual(150);
    expect(new Set(names).size).toBe(names.length);
  });

  it('is refused exactly as the table says, and nothing of it is kept', async () => {
    expect(await runBadInput(url)).toEqual([]);
    expect(published).toEqual([]);
    const rows = await stored();
    expect(Object.keys(rows).length).toBeGreaterThan(8);
    expect(Object.entries(rows).filter(([, count]) => count > 0)).toEqual([]);
  }, 60_000);

  it('leaves no personal data in the metrics, and the server alive', async () => {
    const metrics = await system.get(Metrics).metrics();
    expect(metrics).toContain('lienthong_http_requests_total');
    expect(metrics).not.toMatch(/status="5\d\d"/);
    expect(metrics).not.toContain('G22.99.08');
    const answer = await fetch(`${url}/v1/dossiers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'after all that' },
      body: birthWith(),
    });
    expect(answer.status).toBe(202);
    await system.idle();
    expect((await stored())['aggregate_submissions']).toBe(1);
  });
});
