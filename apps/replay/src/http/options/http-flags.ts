import { Option } from 'commander';
import { share, wholeNumber } from '../../options/values';
import { ADAPTIVE_DEFAULTS } from '../adaptive/adaptive-options';
import { SPACINGS, type Spacing } from '../schedules/schedule';
import { HTTP_DEFAULTS } from './http-options';
import { type Burst, burst, decimal, duration, perSecond, type Ramp, ramp, targetUrl } from './http-values';

/** The HTTP options as the command line gives them: unset where nothing was said. */
export interface HttpFlags {
  readonly target?: string;
  readonly rate?: number;
  readonly ramp?: Ramp;
  readonly burst?: Burst;
  readonly arrivals?: Spacing;
  readonly inFlight?: number;
  readonly dated?: boolean;
  readonly tries?: number;
  readonly giveUp?: number;
  readonly answerTimeout?: number;
  readonly wait?: number;
  readonly follow?: number;
  /** Commander's way of `--no-metrics`. */
  readonly metrics?: boolean;
  readonly adaptive?: boolean;
  readonly adaptiveMost?: number;
  readonly adaptiveFactor?: number;
  readonly adaptiveStep?: number;
  readonly adaptiveSettle?: number;
  readonly adaptiveBisect?: number;
  readonly adaptiveP99?: number;
  readonly adaptiveRefused?: number;
  readonly adaptiveBacklog?: number;
}

const HTTP = 'Over HTTP (with --target):';
const ADAPTIVE = 'The knee (with --adaptive):';
const { bounds } = ADAPTIVE_DEFAULTS;

/** The options of the command that drive a gateway over HTTP, for commander. Their values are {@link HttpFlags}. */
export function httpFlags(): readonly Option[] {
  const http = (flags: string, help: string, parse?: (text: string) => unknown): Option =>
    option(HTTP, flags, help, parse);
  const adaptive = (flags: string, help: string, parse?: (text: string) => unknown): Option =>
    option(ADAPTIVE, flags, help, parse);
  return [
    http('--target <url>', 'drive this gateway instead of a system of our own', targetUrl),
    http('--rate <n>', `dossiers a second (default ${HTTP_DEFAULTS.rate})`, perSecond),
    http('--ramp <from..to/time>', 'change the rate evenly, e.g. 10..500/PT5M', ramp),
    http('--burst <times/last/every>', 'bursts on top of --rate, e.g. 5x/PT10S/PT1M', burst),
    http('--arrivals <kind>', 'how arrivals are spaced (default even)').choices(SPACINGS),
    http('--dated', 'send the time that is replayed as submittedAt (simulation clocks only)'),
    http(
      '--in-flight <n>',
      `requests under way at most (default ${HTTP_DEFAULTS.inFlight})`,
      wholeNumber(1, 20_000),
    ),
    http(
      '--tries <n>',
      `sendings of a dossier that may fail (default ${HTTP_DEFAULTS.tries})`,
      wholeNumber(1, 1_000),
    ),
    http('--give-up <time>', 'how long a dossier is tried in all (default PT5M)', duration),
    http('--answer-timeout <time>', 'how long an answer may take (default PT60S)', duration),
    http('--wait <time>', 'how long the ends are waited for, in real time (default PT30M)', duration),
    http(
      '--follow <n>',
      'follow one dossier in n until it can be read, 0: none (default 50)',
      wholeNumber(0, 1_000_000),
    ),
    http('--no-metrics', 'do not read the /metrics of the target'),
    http('--adaptive', 'raise the rate, from --rate, until the target bends, and report the knee'),
    adaptive(
      '--adaptive-most <n>',
      `the highest rate to offer (default ${ADAPTIVE_DEFAULTS.mostRate})`,
      perSecond,
    ),
    adaptive('--adaptive-factor <x>', `from step to step (default ${ADAPTIVE_DEFAULTS.factor})`, (text) =>
      decimal(text, 1.05, 10),
    ),
    adaptive('--adaptive-step <time>', 'length of a step (default PT15S)', duration),
    adaptive('--adaptive-settle <time>', 'its beginning that is not measured (default PT5S)', duration),
    adaptive(
      '--adaptive-bisect <n>',
      `halvings at the end (default ${ADAPTIVE_DEFAULTS.bisections})`,
      wholeNumber(0, 12),
    ),
    adaptive(
      '--adaptive-p99 <ms>',
      `bound of the answer's p99 (default ${bounds.p99Ms})`,
      wholeNumber(1, 600_000),
    ),
    adaptive('--adaptive-refused <share>', 'bound of dossiers turned away (default 1%)', share),
    adaptive(
      '--adaptive-backlog <n>',
      `bound of growth, in messages a dossier (default ${bounds.backlogPerDossier})`,
      (text) => decimal(text, 0.01, 1_000),
    ),
  ];
}

function option(group: string, flags: string, help: string, parse?: (text: string) => unknown): Option {
  const made = new Option(flags, help).helpGroup(group);
  return parse ? made.argParser(parse) : made;
}
