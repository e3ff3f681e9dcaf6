import { Command, CommanderError } from 'commander';
import { BadOption } from '../../options/bad-option';
import { httpFlags, type HttpFlags } from './http-flags';
import { readHttpOptions } from './read-http-options';

/** What the command line says, through commander as the command itself does it. */
function parsed(...args: readonly string[]): HttpFlags {
  const command = new Command().exitOverride().configureOutput({ writeErr: () => undefined });
  for (const option of httpFlags()) command.addOption(option);
  command.parse(args, { from: 'user' });
  return command.opts<HttpFlags>();
}

const TARGET = ['--target', 'http://127.0.0.1:3000'];
const read = (...args: readonly string[]): ReturnType<typeof readHttpOptions> =>
  readHttpOptions(parsed(...TARGET, ...args), { speed: 'max', seed: 63 });

describe('HTTP options', () => {
  it('have defaults', () => {
    expect(read()).toEqual({
      target: 'http://127.0.0.1:3000',
      schedule: { kind: 'constant', perSecond: 50 },
      spacing: 'even',
      seed: 63,
      inFlight: 2_000,
      dated: false,
      tries: 20,
      giveUpMs: 300_000,
      answerTimeoutMs: 60_000,
      waitMs: 1_800_000,
      sampleEveryMs: 1_000,
      followOneIn: 50,
      watchMetrics: true,
    });
  });

  it('read every way of arriving', () => {
    expect(read('--rate', '120.5').schedule).toEqual({ kind: 'constant', perSecond: 120.5 });
    expect(read('--ramp', '10..500/PT5M').schedule).toEqual({
      kind: 'ramp',
      from: 10,
      to: 500,
      overMs: 300_000,
    });
    expect(read('--rate', '20', '--burst', '5x/PT10S/60').schedule).toEqual({
      kind: 'burst',
      perSecond: 20,
      times: 5,
      lastMs: 10_000,
      everyMs: 60_000,
    });
    expect(readHttpOptions(parsed(...TARGET), { speed: 3_600, seed: 1 }).schedule).toEqual({
      kind: 'profile',
      speed: 3_600,
    });
    expect(read('--arrivals', 'poisson').spacing).toBe('poisson');
  });

  it('read the rest', () => {
    const args = [
      '--dated',
      '--in-flight',
      '7',
      '--wait',
      'PT2H',
      '--no-metrics',
      '--follow',
      '0',
      '--give-up',
      '30',
    ];
    expect(read(...args)).toMatchObject({
      dated: true,
      inFlight: 7,
      waitMs: 7_200_000,
      watchMetrics: false,
      followOneIn: 0,
      giveUpMs: 30_000,
    });
    const keyed = readHttpOptions(parsed(...TARGET), { speed: 'max', seed: 1, apiKey: 'lt_x' });
    expect(keyed.apiKey).toBe('lt_x');
    expect(parsed('--target', 'https://x.vn/lt/').target).toBe('https://x.vn/lt');
  });

  it('begin the search for the knee at --rate', () => {
    const args = ['--adaptive', '--rate', '40', '--adaptive-refused', '5%', '--adaptive-step', '20'];
    expect(read(...args).adaptive).toEqual({
      startRate: 40,
      mostRate: 20_000,
      factor: 1.5,
      stepMs: 20_000,
      settleMs: 5_000,
      bisections: 4,
      bounds: { p99Ms: 1_000, refusedShare: 0.05, backlogPerDossier: 0.5, lateShare: 0.05 },
    });
  });

  it.each([
    ['--target', 'nonsense'],
    ['--target', 'ftp://x.vn'],
    ['--target', 'http://me:secret@x.vn'],
    ['--rate', '0'],
    ['--rate', '1e3'],
    ['--ramp', '10-500'],
    ['--ramp', '0..500/PT5M'],
    ['--ramp', '10..500/P1M'],
    ['--burst', '5x/PT60S/PT10S'],
    ['--burst', '0.5x/PT1S/PT10S'],
    ['--in-flight', '0'],
    ['--wait', 'soon'],
    ['--arrivals', 'odd'],
  ])('refuse %s %s in one line', (flag, value) => {
    expect(() => parsed(flag, value)).toThrow(CommanderError);
    expect(() => parsed(flag, value)).toThrow(/^[^\n]*Allowed [^\n]*$/);
  });

  it.each([
    [['--ramp', '1..2/PT1S', '--rate', '5'], /^--ramp and --rate /],
    [['--ramp', '1..2/PT1S', '--burst', '2x/PT1S/PT2S'], /^--ramp and --burst /],
    [['--adaptive', '--ramp', '1..2/PT1S'], /^--adaptive looks /],
    [['--adaptive-p99', '100'], /^--adaptive-p99 needs --adaptive$/],
    [['--adaptive', '--adaptive-settle', '20'], /^--adaptive-settle must /],
    [['--adaptive', '--rate', '50', '--adaptive-most', '40'], /^--rate, where /],
  ])('refuse %j', (args, message) => {
    expect(() => read(...args)).toThrow(BadOption);
    expect(() => read(...args)).toThrow(message);
  });

  it('refuse a speed beside a rate, and a run without a target', () => {
    const speed = { speed: 60, seed: 1 } as const;
    expect(() => readHttpOptions(parsed(...TARGET, '--rate', '5'), speed)).toThrow(/^--speed replays /);
    expect(() => readHttpOptions(parsed(...TARGET, '--arrivals', 'poisson'), speed)).toThrow(/needs a rate/);
    expect(() => readHttpOptions(parsed(), { speed: 'max', seed: 1 })).toThrow(/^--target is missing/);
  });
});
