import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type ReplayReport } from '../../apps/replay/src/report';

const MAIN = resolve(__dirname, '..', '..', 'dist', 'apps', 'replay', 'src', 'main.js');

/** Runs the compiled command; answers its exit code and what it complained of. */
function replay(args: readonly string[]): Promise<{ readonly code: number | null; readonly errors: string }> {
  const child = spawn(process.execPath, [MAIN, ...args], {
    env: { PATH: process.env.PATH, DURABILITY: 'normal' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk) => (errors += String(chunk)));
  return new Promise((done) => child.once('close', (code) => done({ code, errors })));
}

describe('one percent of the nation', () => {
  let directory: string;

  beforeAll(() => (directory = mkdtempSync(join(tmpdir(), 'lienthong-replay-'))));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it('reaches its expected end, dossier by dossier, and says so', async () => {
    const json = join(directory, 'report.json');
    const html = join(directory, 'report.html');
    const flags = ['--national', '--share', '0.01', '--quiet', '--json', json, '--report', html];
    const { code, errors } = await replay([...flags, '--data-dir', join(directory, 'run')]);
    expect({ code, errors }).toEqual({ code: 0, errors: '' });
    const report = JSON.parse(readFileSync(json, 'utf8')) as ReplayReport;
    expect(report).toMatchObject({
      seed: 63,
      policy: 'by-filing-date',
      dossiers: 15_619,
      verified: true,
      mismatches: 0,
      duplicates: 0,
      withoutOwner: 0,
      faultCount: 0,
    });
    expect(report.byStatus).toEqual(report.expectedByStatus);
    expect(report.options).toMatchObject({ births: '12654', deaths: '2965' });
    expect(readFileSync(html, 'utf8')).toContain('15.619');
  }, 600_000);
});
