import { resolve } from 'node:path';
import { type Command } from 'commander';
import { BadOption } from './bad-option';
import { type GivenFlags, givenFlags } from './flags';
import { readSource } from './read-source';
import { factsOf, type LegOptions, type RunOptions } from './run-options';

/** A run to begin, or to go on with. */
export interface RunCommand {
  readonly kind: 'run';
  /** Absolute. */
  readonly dataDir: string;
  readonly mode: 'begin' | 'overwrite' | 'resume';
  readonly options: RunOptions;
  readonly leg: LegOptions;
  /** What the command line said itself, its defaults aside: it counts against a run that is resumed. */
  readonly given: { readonly facts: ReadonlyMap<string, string>; readonly leg: Partial<LegOptions> };
}

/** What the command line asks for. */
export type ReplayCommand =
  | RunCommand
  | { readonly kind: 'export'; readonly path: string; readonly options: RunOptions }
  | { readonly kind: 'compare'; readonly files: readonly [string, string]; readonly report?: string };

const DEFAULT_SAMPLE_EVERY_MS = 1_000;

/**
 * What the parsed command line asks for.
 * @throws BadOption in one line, for options that contradict one another or name what is not there
 */
export async function readCommand(program: Command): Promise<ReplayCommand> {
  const flags = givenFlags(program);
  const { compare, report, dataDir, resume, overwrite, export: path } = flags.all;
  if (compare) return comparison(compare, report);
  const options = await runOptions(flags);
  if (path !== undefined) return { kind: 'export', path: resolve(path), options };
  const leg = givenLeg(flags);
  return {
    kind: 'run',
    dataDir: resolve(dataDir),
    mode: resume ? 'resume' : overwrite ? 'overwrite' : 'begin',
    options,
    leg: { speed: 'max', sampleEveryMs: DEFAULT_SAMPLE_EVERY_MS, quiet: false, http: {}, ...leg },
    given: { facts: givenFacts(options, flags), leg },
  };
}

function comparison(files: readonly string[], report: string | undefined): ReplayCommand {
  const [first, second, ...more] = files.map((file) => resolve(file));
  if (first === undefined || second === undefined || more.length > 0)
    throw new BadOption(`--compare takes two JSON reports, not ${files.length}`);
  const html = report === undefined ? {} : { report: resolve(report) };
  return { kind: 'compare', files: [first, second], ...html };
}

async function runOptions({ all }: GivenFlags): Promise<RunOptions> {
  const { seed, policy, rates, officers, outage = [], target } = all;
  const ours = officers === undefined ? outage.length > 0 && 'outage' : 'officers';
  if (target !== undefined && ours !== false)
    throw new BadOption(`--${ours} is for a system of our own: with --target, set it where the gateway runs`);
  return {
    source: await readSource(all),
    seed,
    ...(policy === undefined ? {} : { policy }),
    ...(rates === undefined ? {} : { rates }),
    ...(officers === undefined ? {} : { officers }),
    outages: outage,
    ...(target === undefined ? {} : { target }),
  };
}

function givenLeg({ all, names, http }: GivenFlags): Partial<LegOptions> {
  const { speed, report, json, sampleEvery, quiet } = all;
  return {
    ...(names.has('speed') ? { speed } : {}),
    ...(report === undefined ? {} : { report: resolve(report) }),
    ...(json === undefined ? {} : { json: resolve(json) }),
    ...(sampleEvery === undefined ? {} : { sampleEveryMs: sampleEvery }),
    ...(quiet === undefined ? {} : { quiet }),
    ...(Object.keys(http).length === 0 ? {} : { http }),
  };
}

/** `--national` says all of the volumes, `--share` how many. */
function givenFacts(options: RunOptions, { names }: GivenFlags): ReadonlyMap<string, string> {
  const said = new Set(names);
  if (names.has('national')) for (const name of ['births', 'deaths', 'from', 'to']) said.add(name);
  if (names.has('share')) for (const name of ['births', 'deaths']) said.add(name);
  return new Map([...factsOf(options)].filter(([name]) => said.has(name)));
}
