import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mix32, unitOf } from '@lienthong/simulation';
import { type ReplayReport } from '../report';

const MAIN = resolve(__dirname, '..', '..', '..', '..', 'dist', 'apps', 'replay', 'src', 'main.js');
const VOLUMES = [
  '--births',
  '1200',
  '--deaths',
  '300',
  '--from',
  '2024-07-01',
  '--to',
  '2024-07-21',
  '--seed',
  '7',
];
const SEED = Number(process.env['CRASH_SEED'] ?? 63);
const KILLS = 6;
/** Some die while they start, the others so long after they have begun to file. */
const STARTUP_MS = 900;
const FILING_MS = 300;

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The compiled command in a process of its own. */
class ReplayProcess {
  readonly ended: Promise<Ended>;
  private stderr = '';
  private stdout = '';
  private readonly child: ChildProcess;

  constructor(args: readonly string[]) {
    if (!existsSync(MAIN)) throw new Error(`${MAIN} is missing: run npm run build first`);
    const env = { PATH: process.env.PATH, DURABILITY: 'normal' };
    this.child = spawn(process.execPath, [MAIN, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    this.child.stdout?.on('data', (chunk) => (this.stdout += String(chunk)));
    this.child.stderr?.on('data', (chunk) => (this.stderr += String(chunk)));
    this.ended = new Promise((done) =>
      this.child.once('close', (code, signal) =>
        done({ code, signal, stdout: this.stdout, stderr: this.stderr }),
      ),
    );
  }

  /** Resolves once dossiers are being filed, or it has ended. */
  async files(): Promise<void> {
    let over = false;
    void this.ended.then(() => (over = true));
    while (!over && !/^filing /m.test(this.stderr)) await sleep(5);
  }

  send(signal: NodeJS.Signals): Promise<Ended> {
    this.child.kill(signal);
    return this.ended;
  }
}

/** What of a report does not depend on real time. */
type Figures = Pick<
  ReplayReport,
  | 'seed'
  | 'policy'
  | 'dossiers'
  | 'byStatus'
  | 'expectedByStatus'
  | 'verified'
  | 'faultCount'
  | 'processingTime'
  | 'statistics'
  | 'options'
>;

function figuresOf(path: string): Figures {
  const report = JSON.parse(readFileSync(path, 'utf8')) as ReplayReport;
  const { seed, policy, dossiers, byStatus, expectedByStatus, verified, faultCount, processingTime } = report;
  const { statistics, options } = report;
  return {
    seed,
    policy,
    dossiers,
    byStatus,
    expectedByStatus,
    verified,
    faultCount,
    processingTime,
    statistics,
    options,
  };
}

describe('a run that is interrupted', () => {
  const home = mkdtempSync(join(tmpdir(), 'lienthong-resume-'));
  const processes: ReplayProcess[] = [];
  const hash = mix32(SEED);
  let expected: Figures;

  const start = (name: string, ...args: readonly string[]): ReplayProcess => {
    const files = ['--data-dir', join(home, name), '--json', join(home, `${name}.json`)];
    const process = new ReplayProcess([...files, ...args]);
    processes.push(process);
    return process;
  };
  const figures = (name: string): Figures => figuresOf(join(home, `${name}.json`));
  const hasBegun = (name: string): boolean => existsSync(join(home, name, 'run.json'));

  beforeAll(async () => {
    const { code, stderr } = await start('whole', ...VOLUMES).ended;
    expect({
      code,
      stderr: stderr.split('\n').filter((line) => !/^(filing|finishing|verifying) /.test(line)),
    }).toEqual({
      code: 0,
      stderr: [''],
    });
    expected = figures('whole');
    expect(expected).toMatchObject({ dossiers: 1_500, verified: true, faultCount: 0 });
  }, 300_000);

  afterAll(async () => {
    await Promise.all(processes.map((process) => process.send('SIGKILL')));
    rmSync(home, { recursive: true, force: true });
  });

  it('comes to the same result after it was killed at random moments', async () => {
    let killed = 0;
    let args: readonly string[] = VOLUMES;
    for (let i = 0; i < KILLS; i++) {
      const process = start('killed', ...args, '--sample-every', '0.1');
      if (i % 3 > 0) await process.files();
      await sleep(unitOf(hash, i) * (i % 3 > 0 ? FILING_MS : STARTUP_MS));
      const { signal } = await process.send('SIGKILL');
      if (signal === 'SIGKILL') killed++;
      if (hasBegun('killed')) args = ['--resume'];
    }
    expect((await start('killed', '--resume').ended).code).toBe(0);
    expect(killed).toBeGreaterThan(1);
    expect(figures('killed')).toEqual(expected);
  }, 300_000);

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    'says on %s how to go on, and does',
    async (signal, exitCode) => {
      const name = `stopped-${signal}`;
      const process = start(name, ...VOLUMES, '--sample-every', '0.1');
      await process.files();
      const { code, stderr } = await process.send(signal);
      expect(code).toBe(exitCode);
      const path = join(home, name);
      expect(stderr).toMatch(
        new RegExp(
          `^Interrupted after [\\d,]+ dossiers\\. Go on with: npm run replay -- --resume --data-dir ${path}$`,
          'm',
        ),
      );
      expect((await start(name, '--resume').ended).code).toBe(0);
      expect(figures(name)).toEqual(expected);
    },
    120_000,
  );

  it('comes to the same result at a pace of its own', async () => {
    // Three weeks in some seconds.
    expect((await start('paced', ...VOLUMES, '--speed', '1000000').ended).code).toBe(0);
    const { options, ...paced } = figures('paced');
    const { options: unpaced, ...whole } = expected;
    expect(paced).toEqual(whole);
    expect(options).toEqual({ ...unpaced, speed: 1_000_000 });
  }, 300_000);
});
