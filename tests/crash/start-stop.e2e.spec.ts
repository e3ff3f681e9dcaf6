import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { HttpJson } from '../support/http-json';
import { StandaloneProcess } from '../support/standalone-process';
import { Applicants } from './applicants';
import { Audit } from '../support/load/audit';
import { scriptedDossiers } from '../support/load/scripted-dossiers';
import { dice } from '../support/load/dice';
import { lookInto } from './stored';

const TIME = ['--clock', 'virtual', '--start', '2026-03-02T08:00:00+07:00'];
const SAMPLE = 1_500;
const EMPTY = [...TIME, '--sample', '0'];

interface Page {
  readonly items: readonly { readonly dossierNumber: string }[];
  readonly nextCursor?: string;
}

describe('starting and stopping the process', () => {
  let directory: string;
  const processes: StandaloneProcess[] = [];

  const start = (args: readonly string[], env: Readonly<Record<string, string>> = {}): StandaloneProcess => {
    const process = StandaloneProcess.start(directory, args, env);
    processes.push(process);
    return process;
  };

  /** One line on standard error, exit code 2, and nothing on standard output. */
  const expectRefusal = async (process: StandaloneProcess, line: RegExp): Promise<void> => {
    expect(await process.exited).toEqual({ code: 2, signal: null });
    expect(process.stderr).toMatch(line);
    expect(process.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(process.stdout).toBe('');
  };

  beforeEach(() => (directory = mkdtempSync(join(tmpdir(), 'lienthong-start-'))));
  afterEach(async () => {
    await Promise.all(processes.splice(0).map((process) => process.send('SIGKILL')));
    rmSync(directory, { recursive: true, force: true });
  });

  it('finishes what is in hand on SIGTERM under load, exits 0 and goes on after a restart', async () => {
    const dossiers = scriptedDossiers(160, 40, '2026-01-05', '2026-02-27');
    const applicants = new Applicants(dossiers, dice(1), 5);
    const first = start(EMPTY);
    const http = new HttpJson((await first.ready()).url);
    const busy = applicants.keepBusy(http, 'PT2H');
    while (applicants.receipts.size === 0) await sleep(5);
    expect(await first.send('SIGTERM')).toEqual({ code: 0, signal: null });
    await busy;
    http.close();
    expect(first.stderr).toBe('');
    expect(applicants.receipts.size).toBeGreaterThan(0);
    expect(applicants.done).toBe(false);

    const second = start(EMPTY);
    const again = new HttpJson((await second.ready()).url);
    await applicants.fileRest(again);
    for (let i = 0; i < 6; i++) await applicants.advance(again, 'P15D');
    const audit = new Audit(again);
    await audit.run(dossiers, applicants.receipts);
    again.close();
    expect(await second.send('SIGINT')).toEqual({ code: 0, signal: null });
    expect(applicants.faults).toEqual([]);
    expect(audit.faults).toEqual([]);
    expect(lookInto(join(directory, 'data'))).toEqual({ integrity: 'ok', parked: 0, waiting: 0 });
  }, 60_000);

  it('tells in the ready file where it serves and which process it is', async () => {
    const process = start(EMPTY);
    const { url, pid } = await process.ready();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(pid).toBe(process.pid);
    const http = new HttpJson(url);
    expect((await http.get('/health/ready')).status).toBe(200);
    http.close();
  }, 30_000);

  it('lets only one process at a data directory, and the next one once that was killed', async () => {
    const first = start(EMPTY);
    const http = new HttpJson((await first.ready()).url);
    await expectRefusal(start(EMPTY), /^DATA_DIR \S+ is in use by another process/);
    expect((await http.get('/health/live')).status).toBe(200);
    http.close();
    await first.send('SIGKILL');
    await start(EMPTY).ready();
  }, 30_000);

  it('refuses a data directory that was made with another clock', async () => {
    const first = start(EMPTY);
    await first.ready();
    expect(await first.send('SIGTERM')).toEqual({ code: 0, signal: null });
    await expectRefusal(
      start(['--clock', 'scaled', '--sample', '0']),
      /^CLOCK is "scaled": allowed is virtual/,
    );
  }, 30_000);

  it.each([
    [
      'an unknown value',
      [],
      { DECISION_PACE: 'fast' },
      /^DECISION_PACE is "fast": allowed is instant \| working-time$/m,
    ],
    ['a wrong number', ['--speed', '0'], {}, /^--speed is "0": allowed is a whole number from 1 to /],
    ['an unknown flag', ['--sped', '1'], {}, /^the command line is "--sped": allowed is a known flag/],
    [
      'an open address without authentication',
      ['--host', '0.0.0.0'],
      {},
      /^HOST is "0\.0\.0\.0": allowed is a loopback/,
    ],
  ])('stops at %s with one line and leaves no data behind', async (_, args, env, line) => {
    await expectRefusal(start(args, env), line);
    expect(existsSync(join(directory, 'data'))).toBe(false);
  });

  it('goes on with a sample that was cut off, by kills while it starts or by SIGTERM', async () => {
    const sample = [...TIME, '--sample', String(SAMPLE)];
    for (const ms of [350, 500, 650, 800]) {
      const killed = start(sample);
      await sleep(ms);
      await killed.send('SIGKILL');
    }
    const data = join(directory, 'data');
    const asked = start(sample);
    while (asked.running && !asked.stderr.includes('Replaying the sample')) await sleep(5);
    expect(await asked.send('SIGTERM')).toEqual({ code: 0, signal: null });
    // The bar and nothing else: no error, no stack.
    for (const line of asked.stderr.trim().split('\n')) expect(line).toMatch(/^Replaying the sample /);
    expect(asked.stdout).not.toContain('serves at');

    const last = start(sample);
    const http = new HttpJson((await last.ready()).url);
    const listed = new Set<string>();
    for (let cursor: string | undefined = ''; cursor !== undefined;) {
      const from: string = cursor && `&cursor=${cursor}`;
      const { body } = await http.get<Page>(`/v1/dossiers?limit=200${from}`);
      for (const { dossierNumber } of body.items) listed.add(dossierNumber);
      cursor = body.nextCursor;
    }
    http.close();
    expect(listed.size).toBe(SAMPLE);
    expect(await last.send('SIGTERM')).toEqual({ code: 0, signal: null });
    expect(lookInto(data)).toMatchObject({ integrity: 'ok', parked: 0 });
  }, 60_000);
});
