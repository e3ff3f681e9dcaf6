import { type AdaptiveOptions } from '../adaptive/adaptive-options';
import { type Schedule, type Spacing } from '../schedules/schedule';

/** How a gateway is driven over HTTP. Times in ms, rates in dossiers a second. */
export interface HttpOptions {
  /** Base URL of the gateway, without a slash at the end. */
  readonly target: string;
  /** Shown as a bearer token; never reported. */
  readonly apiKey?: string;
  readonly schedule: Schedule;
  readonly spacing: Spacing;
  /** Of spacing, back-off and the sample that is followed; not of the target. */
  readonly seed: number;
  /** Requests under way at most, and so connections. Arrivals beyond it are sent late. */
  readonly inFlight: number;
  /**
   * Whether dossiers carry the time that is replayed (`submittedAt`): simulation clocks only, and not before that time has
   * come there. A virtual clock is moved along; a scaled one is waited for. Otherwise they are filed at the target's present.
   */
  readonly dated: boolean;
  readonly tries: number;
  readonly giveUpMs: number;
  readonly answerTimeoutMs: number;
  /** How long the ends are waited for after the last dossier, in real time. */
  readonly waitMs: number;
  readonly sampleEveryMs: number;
  /** One dossier in so many is followed until it can be read; 0: none. */
  readonly followOneIn: number;
  readonly watchMetrics: boolean;
  /** Set: look for the knee instead of following the schedule. */
  readonly adaptive?: AdaptiveOptions;
}

/** What holds unless it is said otherwise. */
export const HTTP_DEFAULTS = {
  rate: 50,
  inFlight: 2_000,
  tries: 20,
  giveUpMs: 300_000,
  answerTimeoutMs: 60_000,
  waitMs: 1_800_000,
  sampleEveryMs: 1_000,
  followOneIn: 50,
} as const;
