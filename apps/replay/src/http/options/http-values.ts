import { InvalidArgumentError } from 'commander';
import { parseDuration } from '../../../../gateway/src/simulation/iso-duration';

/** What the texts of the HTTP options mean. Each throws InvalidArgumentError, which names what is allowed. */

const MOST_PER_SECOND = 100_000;
const SECOND_MS = 1_000;

export interface Ramp {
  readonly from: number;
  readonly to: number;
  readonly overMs: number;
}

export interface Burst {
  readonly times: number;
  readonly lastMs: number;
  readonly everyMs: number;
}

/** The base URL of a gateway, without a slash at the end. */
export function targetUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url && !url.username && !url.password && !url.search && !url.hash;
  if (!isPlain || !['http:', 'https:'].includes(url.protocol))
    throw new InvalidArgumentError('Allowed is a URL like http://127.0.0.1:3000, without password or query.');
  return url.href.replace(/\/+$/, '');
}

/** Dossiers a second. */
export function perSecond(text: string): number {
  return decimal(text, 0.01, MOST_PER_SECOND, 'a number of dossiers a second');
}

/** A decimal number from `least` to `most`. */
export function decimal(text: string, least: number, most: number, what = 'a number'): number {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (!(value >= least && value <= most))
    throw new InvalidArgumentError(`Allowed is ${what} from ${least} to ${most}.`);
  return value;
}

/** Seconds, or an ISO 8601 duration; into ms. */
export function duration(text: string): number {
  const ms = durationOf(text);
  if (ms === undefined)
    throw new InvalidArgumentError('Allowed is seconds (30) or an ISO 8601 duration (PT30S).');
  return ms;
}

/** `from..to/duration`, e.g. `10..500/PT5M`. */
export function ramp(text: string): Ramp {
  const [, from, to, time] = /^([\d.]+)\.\.([\d.]+)\/(\w+)$/.exec(text) ?? [];
  const overMs = time === undefined ? undefined : durationOf(time);
  const ends = [from, to].map((end) => rateOf(end ?? ''));
  if (overMs === undefined || ends.some((end) => end === undefined))
    throw new InvalidArgumentError('Allowed is from..to/duration, in dossiers a second, e.g. 10..500/PT5M.');
  return { from: ends[0] ?? 0, to: ends[1] ?? 0, overMs };
}

/** `times`x/`how long`/`how often`, e.g. `5x/PT10S/PT1M`. */
export function burst(text: string): Burst {
  const [, times, last, every] = /^([\d.]+)x\/(\w+)\/(\w+)$/.exec(text) ?? [];
  const lastMs = durationOf(last ?? '');
  const everyMs = durationOf(every ?? '');
  const factor = rateOf(times ?? '');
  if (
    factor === undefined ||
    factor < 1 ||
    lastMs === undefined ||
    everyMs === undefined ||
    lastMs >= everyMs
  )
    throw new InvalidArgumentError(
      'Allowed is times/how long/how often, the second shorter than the third, e.g. 5x/PT10S/PT1M.',
    );
  return { times: factor, lastMs, everyMs };
}

function durationOf(text: string): number | undefined {
  if (/^\d{1,6}$/.test(text)) return Number(text) > 0 ? Number(text) * SECOND_MS : undefined;
  const parsed = parseDuration(text);
  return 'ms' in parsed && parsed.ms > 0 ? parsed.ms : undefined;
}

function rateOf(text: string): number | undefined {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  return value > 0 && value <= MOST_PER_SECOND ? value : undefined;
}
