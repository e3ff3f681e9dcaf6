import { CommanderError } from 'commander';
import { BadOption } from './bad-option';
import { createProgram } from './program';
import { readCommand, type ReplayCommand, type RunCommand } from './read-command';
import { NATIONAL, shareOf } from './volumes';

/** What the command line asks for, and what it says on the way. */
function asked(...args: readonly string[]): Promise<ReplayCommand> {
  const program = createProgram('1.2.3')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => (said += text),
      writeErr: (text) => (said += text),
    });
  said = '';
  program.parse(args, { from: 'user' });
  return readCommand(program);
}

let said = '';

async function run(...args: readonly string[]): Promise<RunCommand> {
  const command = await asked(...args);
  if (command.kind !== 'run') throw new Error(`asks for ${command.kind}`);
  return command;
}

/** The one line that the command is refused with. */
async function refusal(...args: readonly string[]): Promise<string> {
  try {
    await asked(...args);
  } catch (error) {
    if (error instanceof BadOption) return error.message;
    if (error instanceof CommanderError) return said.trimEnd();
    throw error;
  }
  throw new Error('is allowed');
}

describe('the command line of the replay', () => {
  it('replays two thousand dossiers in this process when nothing is said', async () => {
    const { options, leg, mode, given } = await run();
    expect(options).toEqual({
      source: { kind: 'generated', births: 1_620, deaths: 380, from: '2024-07-01', to: '2024-07-31' },
      seed: 63,
      outages: [],
    });
    expect(leg).toEqual({ speed: 'max', sampleEveryMs: 1_000, quiet: false, http: {} });
    expect(mode).toBe('begin');
    expect(given).toEqual({ facts: new Map(), leg: {} });
  });

  it('reads what is replayed, and under which conditions', async () => {
    const volumes = ['--births', '10', '--deaths', '0', '--from', '2024-01-02', '--to', '2024-03-04'];
    const conditions = ['--seed', '7', '--policy', 'nd63', '--rates', 'late=0.1', '--officers', '2'];
    const outages = [
      '--outage',
      'residency@2024-02-15T08:00/PT6H',
      '--outage',
      'residency@2024-02-20T08:00/PT1H',
    ];
    const { options, leg, given } = await run(
      ...volumes,
      ...conditions,
      ...outages,
      '--speed',
      '3600',
      '--quiet',
    );
    expect(options).toEqual({
      source: { kind: 'generated', births: 10, deaths: 0, from: '2024-01-02', to: '2024-03-04' },
      seed: 7,
      policy: 'nd63',
      rates: 'late=0.1',
      officers: '2',
      outages: ['residency@2024-02-15T08:00/PT6H', 'residency@2024-02-20T08:00/PT1H'],
    });
    expect(leg).toMatchObject({ speed: 3_600, quiet: true });
    expect([...given.facts.keys()].sort()).toEqual(
      ['births', 'deaths', 'from', 'officers', 'outage', 'policy', 'rates', 'seed', 'to'].sort(),
    );
  });

  it('knows the volumes of the country, and shares of them that add up', async () => {
    const { options } = await run('--national');
    expect(options.source).toEqual({ kind: 'generated', ...NATIONAL });
    const { options: part, given } = await run('--national', '--share', '1%');
    expect(part.source).toMatchObject({
      births: 12_654,
      deaths: 2_965,
      from: '2023-07-10',
      to: '2024-10-31',
    });
    expect([...given.facts.keys()]).toEqual(['births', 'deaths', 'from', 'to']);
  });

  it.each([1, 0.5, 0.1, 0.01, 0.001, 0.000_000_5])('takes %s of a total that is rounded once', (share) => {
    const { births, deaths } = shareOf(NATIONAL, share);
    expect(births + deaths).toBe(Math.round(1_561_852 * share));
    expect(Math.min(births, deaths)).toBeGreaterThanOrEqual(0);
    expect(Math.abs(births - NATIONAL.births * share)).toBeLessThanOrEqual(1);
    expect(Math.abs(deaths - NATIONAL.deaths * share)).toBeLessThanOrEqual(1);
  });

  it('drives a gateway where it is given a target', async () => {
    const { options, leg } = await run('--target', 'http://127.0.0.1:3000/', '--rate', '20', '--dated');
    expect(options.target).toBe('http://127.0.0.1:3000');
    expect(leg.http).toEqual({ rate: 20, dated: true });
  });

  it('goes on with a run, whatever its defaults', async () => {
    const { mode, given } = await run(
      '--resume',
      '--data-dir',
      'somewhere',
      '--seed',
      '8',
      '--json',
      'out.json',
    );
    expect(mode).toBe('resume');
    expect(given.facts).toEqual(new Map([['seed', '8']]));
    expect(Object.keys(given.leg)).toEqual(['json']);
  });

  it('exports and compares', async () => {
    expect(await asked('--export', 'out.ndjson.gz', '--births', '3')).toMatchObject({
      kind: 'export',
      options: { source: { births: 3, deaths: 380 } },
    });
    expect(await asked('--compare', 'a.json', 'b.json')).toMatchObject({ kind: 'compare' });
  });

  it.each([
    [
      ['--births', 'many'],
      /^error: option '--births <n>' argument 'many' is invalid\. Allowed is a whole number/,
    ],
    [['--births', '-1'], /^error: option '--births <n>'/],
    [['--from', '2024-02-30'], /Allowed is a day as yyyy-MM-dd\.$/],
    [['--from', '2024-07-02', '--to', '2024-07-01'], /^--from 2024-07-02 is after --to 2024-07-01$/],
    [['--from', '1999-01-01'], /allowed are days from 2023-07-01 to 2050-12-31$/],
    [['--births', '0', '--deaths', '0'], /nothing to replay$/],
    [['--share', '0'], /Allowed is a share above 0/],
    [['--share', '101%'], /Allowed is a share above 0/],
    [['--speed', 'fast'], /Allowed is max, or a factor/],
    [['--speed', '0'], /Allowed is max, or a factor/],
    [['--policy', 'nd64'], /Allowed is nd63 \|/],
    [
      ['--national', '--births', '5'],
      /^error: option '--national' cannot be used with option '--births <n>'$/,
    ],
    [['--file', 'x.csv', '--national'], /cannot be used with/],
    [['--resume', '--overwrite'], /cannot be used with/],
    [['--births'], /argument missing$/],
    [['--brths', '5'], /^error: unknown option '--brths'$/],
    [['births'], /^error: too many arguments\. Expected 0 arguments but got 1/],
    [['--rate', '5'], /^--rate needs --target$/],
    [['--no-metrics'], /^--no-metrics needs --target$/],
    [['--target', 'nowhere'], /Allowed is a URL like/],
    [['--target', 'http://127.0.0.1:1', '--officers', '2'], /^--officers is for a system of our own/],
    [['--compare', 'a.json'], /^--compare takes two JSON reports, not 1$/],
    [['--compare', 'a', 'b', 'c'], /^--compare takes two JSON reports, not 3$/],
  ])('refuses %j in one line', async (args, line) => {
    const text = await refusal(...args);
    expect(text).toMatch(line);
    expect(text.split('\n')).toHaveLength(1);
  });

  it('explains itself, by groups and with examples', async () => {
    await refusal('--help');
    const headings = ['What is replayed:', 'Under which conditions:', 'The run:', 'Over HTTP', 'Examples:'];
    for (const heading of headings) expect(said).toContain(heading);
    for (const option of ['--national', '--outage', '--resume', '--adaptive', '--compare'])
      expect(said).toContain(option);
    await refusal('--version');
    expect(said).toBe('1.2.3\n');
  });
});
