import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BadOption } from '../options/bad-option';
import { type LegOptions, type RunOptions } from '../options/run-options';
import { RunDirectory } from './run-directory';

const OPTIONS: RunOptions = {
  source: { kind: 'generated', births: 10, deaths: 5, from: '2024-07-01', to: '2024-07-31' },
  seed: 63,
  rates: 'late=0.1',
  outages: ['residency@2024-02-15T08:00/PT6H'],
};
const LEG: LegOptions = { speed: 'max', sampleEveryMs: 1_000, quiet: true, http: {} };

describe('the directory of a run', () => {
  let home: string;
  let path: string;

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'lienthong-run-'));
    path = join(home, 'deep', 'run');
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  const refusal = (act: () => unknown): string => {
    try {
      act();
    } catch (error) {
      if (error instanceof BadOption) return error.message;
      throw error;
    }
    throw new Error('is allowed');
  };

  it('keeps what the run is, from its begin on', () => {
    RunDirectory.begin(path, OPTIONS, LEG, false);
    const { options, record } = RunDirectory.resume(path, new Map());
    expect(options).toEqual(OPTIONS);
    expect(record.leg).toEqual(LEG);
  });

  it('is looked for in the former default directory too, to name it', () => {
    const left = process.cwd();
    process.chdir(home);
    try {
      expect(refusal(() => RunDirectory.resume('./.data/replay', new Map()))).toMatch(
        /there is no run in \S+$/,
      );
      RunDirectory.begin('./data/replay', OPTIONS, LEG, false);
      expect(refusal(() => RunDirectory.resume('./.data/replay', new Map()))).toMatch(
        /add --data-dir \.\/data\/replay$/,
      );
    } finally {
      process.chdir(left);
    }
  });

  it('is not begun over a run, unless that is to be replaced', () => {
    const first = RunDirectory.begin(path, OPTIONS, LEG, false);
    mkdirSync(first.system);
    writeFileSync(join(first.system, 'lienthong.db'), '');
    writeFileSync(first.progress, '{}');
    const again = refusal(() => RunDirectory.begin(path, OPTIONS, LEG, false));
    expect(again).toMatch(/--resume.*--overwrite.*another directory$/);
    RunDirectory.begin(path, { ...OPTIONS, seed: 64 }, LEG, true);
    expect(readdirSync(path)).toEqual(['run.json']);
    expect(RunDirectory.resume(path, new Map()).options.seed).toBe(64);
  });

  it.each([true, false])('never takes a directory of something else (to overwrite: %s)', (overwrite) => {
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'precious.txt'), 'mine');
    expect(refusal(() => RunDirectory.begin(path, OPTIONS, LEG, overwrite))).toMatch(/is no run/);
    expect(existsSync(join(path, 'precious.txt'))).toBe(true);
  });

  it.each([
    ['seed', '64', '--seed is 64, but the run in PATH has 63'],
    ['births', '11', '--births is 11, but the run in PATH has 10'],
    ['policy', 'nd63', '--policy is nd63, but the run in PATH has none'],
    ['rates', 'late=0.2', '--rates is late=0.2, but the run in PATH has late=0.1'],
    ['target', 'http://127.0.0.1:1', '--target is http://127.0.0.1:1, but the run in PATH has none'],
  ])('is not resumed with another %s', (name, value, line) => {
    RunDirectory.begin(path, OPTIONS, LEG, false);
    const told = refusal(() => RunDirectory.resume(path, new Map([[name, value]])));
    expect(told.replace(path, 'PATH')).toBe(`${line}: leave it out, or choose another --data-dir`);
  });

  it('is resumed with what it has', () => {
    RunDirectory.begin(path, OPTIONS, LEG, false);
    const given = new Map([
      ['seed', '63'],
      ['outage', 'residency@2024-02-15T08:00/PT6H'],
    ]);
    expect(RunDirectory.resume(path, given).options).toEqual(OPTIONS);
  });

  it('is not resumed where there is none', () => {
    expect(refusal(() => RunDirectory.resume(path, new Map()))).toBe(`--resume: there is no run in ${path}`);
  });
});
