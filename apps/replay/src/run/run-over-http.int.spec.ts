import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '@lienthong/platform';
import { Standalone } from '../../../standalone/src/standalone';
import { commandLine } from '../command-line';
import { type ReplayReport } from '../report';

/** A gateway of the same seed, whose time stands before the first filing. */
const FLAGS = ['--clock', 'virtual', '--start', '2024-06-30T00:00:00+07:00', '--sample', '0', '--port', '0'];
const VOLUMES = ['--births', '24', '--deaths', '8', '--from', '2024-07-01', '--to', '2024-07-02', '--quiet'];

describe('a run over HTTP', () => {
  const home = mkdtempSync(join(tmpdir(), 'lienthong-http-'));
  let standalone: Standalone;
  let url: string;

  beforeAll(async () => {
    const settings = readSettings({ DURABILITY: 'normal' }, [...FLAGS, '--data-dir', join(home, 'target')]);
    standalone = await Standalone.open(settings, (error) => {
      throw error;
    });
    url = await standalone.serve();
  }, 60_000);

  afterAll(async () => {
    await standalone.stop();
    rmSync(home, { recursive: true, force: true });
  });

  const run = async (...args: readonly string[]): Promise<ReplayReport & { readonly code: unknown }> => {
    const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    const json = join(home, 'report.json');
    const target = ['--target', url, '--dated', '--rate', '200', '--no-metrics', '--json', json];
    const code = await commandLine([...VOLUMES, ...target, ...args], new AbortController().signal);
    write.mockRestore();
    return { code, ...(JSON.parse(readFileSync(json, 'utf8')) as ReplayReport) };
  };

  it('sends, reads back, verifies and reports', async () => {
    const report = await run('--data-dir', join(home, 'first'), '--follow', '1');
    expect(report).toMatchObject({
      code: 0,
      drive: 'http',
      dossiers: 32,
      verified: true,
      faults: [],
      http: { sent: 32, accepted: 32, failed: 0 },
      latency: { answer: { count: 32 } },
    });
    expect(report.byStatus).toEqual(report.expectedByStatus);
    expect(report.statistics.dossiers).toBe(32);
  }, 120_000);

  it('ends with 1 where the gateway decides by another seed than is expected', async () => {
    const report = await run('--data-dir', join(home, 'second'), '--seed', '64', '--rates', 'refusal=0.8');
    expect(report).toMatchObject({ code: 1, verified: false });
    expect(report.faultsByKind['wrong-end']).toBeGreaterThan(0);
  }, 120_000);
});
