import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { commandLine } from './command-line';
import { type ReplayReport } from './report';

const SMALL = ['--births', '40', '--deaths', '10', '--from', '2024-07-01', '--to', '2024-07-03', '--quiet'];

describe('the replay command', () => {
  const home = mkdtempSync(join(tmpdir(), 'lienthong-replay-'));
  const at = (name: string): string => join(home, name);
  let stdout: string;
  let stderr: string;

  beforeEach(() => {
    stdout = stderr = '';
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => ((stdout += String(text)), true));
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => ((stderr += String(text)), true));
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  const run = (...args: readonly string[]): Promise<number | 'interrupted'> =>
    commandLine(args, new AbortController().signal);
  const reportOf = (name: string): ReplayReport => JSON.parse(readFileSync(at(name), 'utf8')) as ReplayReport;
  const refused = async (...args: readonly string[]): Promise<string> => {
    stderr = '';
    expect(await run(...args)).toBe(2);
    expect(stdout).toBe('');
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    return stderr;
  };

  it('replays, verifies and reports', async () => {
    const files = ['--json', at('small.json'), '--report', at('small.html')];
    expect(await run(...SMALL, '--data-dir', at('small'), ...files)).toBe(0);
    const report = reportOf('small.json');
    expect(report).toMatchObject({
      seed: 63,
      policy: 'by-filing-date',
      dossiers: 50,
      mismatches: 0,
      duplicates: 0,
      withoutOwner: 0,
      verified: true,
      drive: 'embedded',
      options: { births: '40', deaths: '10', from: '2024-07-01', to: '2024-07-03', speed: 'max' },
    });
    expect(Object.values(report.byStatus).reduce((sum, n) => sum + n, 0)).toBe(50);
    for (const name of ['wallMs', 'casesPerSecond', 'peakRssBytes', 'diskBytes'] as const)
      expect(report[name]).toBeGreaterThan(0);
    expect(report.processingTime.reduce((sum, { cases }) => sum + cases, 0)).toBe(50);
    expect(statSync(at('small.html')).size).toBeGreaterThan(1_000);
    expect(stdout).not.toBe('');
    expect(stderr).toBe('');
  }, 60_000);

  it('does not begin over a run, and says what can be done', async () => {
    expect(await refused(...SMALL, '--data-dir', at('small'))).toMatch(
      /holds a run: .*--resume.*--overwrite/,
    );
    expect(await refused('--resume', '--seed', '64', '--data-dir', at('small'))).toMatch(
      /^--seed is 64, but the run/,
    );
    expect(await refused('--resume', '--data-dir', at('nowhere'))).toMatch(/there is no run in/);
  });

  it('ends with 1 and names the dossier where one is gone', async () => {
    const db = new Database(join(at('small'), 'system', 'lienthong.db'));
    const { id } = db.prepare('select max(id) as id from aggregate_orchestrator').get() as { id: string };
    db.prepare('delete from aggregate_orchestrator where id = ?').run([id]);
    db.close();
    expect(await run('--resume', '--quiet', '--data-dir', at('small'), '--json', at('gone.json'))).toBe(1);
    const { verified, mismatches, faults } = reportOf('gone.json');
    expect(verified).toBe(false);
    expect(mismatches).toBeGreaterThan(0);
    expect(faults).toContainEqual(expect.objectContaining({ kind: 'lost', dossierNumber: id }));
    expect(stdout).toContain(id);
  }, 60_000);

  it('exports what it would replay, and replays the file alike', async () => {
    const volumes = SMALL.filter((arg) => arg !== '--quiet');
    expect(await run(...volumes, '--export', at('small.ndjson.gz'))).toBe(0);
    expect(stdout).toBe(`50 dossiers are in ${at('small.ndjson.gz')}\n`);
    const json = ['--json', at('file.json')];
    expect(await run('--file', at('small.ndjson.gz'), '--quiet', '--data-dir', at('file'), ...json)).toBe(0);
    const [fromFile, generated] = [reportOf('file.json'), reportOf('small.json')];
    expect(fromFile.byStatus).toEqual(generated.byStatus);
    expect(fromFile.statistics).toEqual(generated.statistics);
  }, 60_000);

  it('compares two reports', async () => {
    const files = [at('small.json'), at('gone.json')];
    expect(await run('--compare', ...files, '--report', at('compared.html'))).toBe(0);
    expect(stdout).not.toBe('');
    expect(statSync(at('compared.html')).size).toBeGreaterThan(1_000);
  });

  it.each([
    [['--births', 'x'], /option '--births <n>'/],
    [['--rates', 'late=2'], /^--rates is "late=2": allowed is/],
    [['--officers', '0'], /^--officers is "0": allowed is/],
    [['--outage', 'registry@now'], /^--outage is "registry@now": allowed is/],
    [['--file', 'missing.csv'], /^missing\.csv: there is no such file/],
    [['--export', 'out.txt', '--births', '1'], /^out\.txt: /],
    [['--compare', 'missing.json', 'other.json'], /^--compare: cannot read/],
    [['--target', 'http://127.0.0.1:1', '--ramp', '1..5/PT1M', '--rate', '5'], /contradict each other/],
  ])('refuses %j with one line and leaves nothing behind', async (args, line) => {
    expect(await refused(...args, '--data-dir', at('refused'))).toMatch(line);
    expect(existsSync(at('refused'))).toBe(false);
  });
});
