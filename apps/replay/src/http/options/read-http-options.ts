import { BadOption } from '../../options/bad-option';
import { ADAPTIVE_DEFAULTS, type AdaptiveOptions } from '../adaptive/adaptive-options';
import { type Schedule } from '../schedules/schedule';
import { type HttpFlags } from './http-flags';
import { HTTP_DEFAULTS, type HttpOptions } from './http-options';

export interface OtherFlags {
  /** `max`, or the factor at which the dossiers' own filing times are replayed where no rate is given. */
  readonly speed: 'max' | number;
  readonly seed: number;
  readonly sampleEveryMs?: number;
  /** From the environment, not from the command line, which others can see. */
  readonly apiKey?: string;
}

/**
 * Puts the options of an HTTP run together.
 * @throws BadOption in one line, for options that are missing or contradict each other
 */
export function readHttpOptions(flags: HttpFlags, other: OtherFlags): HttpOptions {
  const { target } = flags;
  if (target === undefined) throw new BadOption('--target is missing: name the URL of a gateway');
  requireOneWay(flags, other);
  return {
    target,
    ...(other.apiKey === undefined ? {} : { apiKey: other.apiKey }),
    schedule: scheduleOf(flags, other.speed),
    spacing: flags.arrivals ?? 'even',
    seed: other.seed,
    inFlight: flags.inFlight ?? HTTP_DEFAULTS.inFlight,
    dated: flags.dated ?? false,
    tries: flags.tries ?? HTTP_DEFAULTS.tries,
    giveUpMs: flags.giveUp ?? HTTP_DEFAULTS.giveUpMs,
    answerTimeoutMs: flags.answerTimeout ?? HTTP_DEFAULTS.answerTimeoutMs,
    waitMs: flags.wait ?? HTTP_DEFAULTS.waitMs,
    sampleEveryMs: other.sampleEveryMs ?? HTTP_DEFAULTS.sampleEveryMs,
    followOneIn: flags.follow ?? HTTP_DEFAULTS.followOneIn,
    watchMetrics: flags.metrics ?? true,
    ...(flags.adaptive ? { adaptive: adaptiveOf(flags) } : {}),
  };
}

function requireOneWay(flags: HttpFlags, { speed }: OtherFlags): void {
  const { rate, ramp, burst, adaptive, arrivals } = flags;
  if (ramp && rate !== undefined)
    throw new BadOption('--ramp and --rate contradict each other: leave one out');
  if (ramp && burst) throw new BadOption('--ramp and --burst contradict each other: leave one out');
  if (adaptive && (ramp ?? burst))
    throw new BadOption('--adaptive looks for the rate itself: leave out --ramp and --burst');
  const ownTimes = speed !== 'max';
  if (ownTimes && (rate ?? ramp ?? burst ?? adaptive) !== undefined)
    throw new BadOption(
      '--speed replays the filing times: leave out --rate, --ramp, --burst and --adaptive, or --speed',
    );
  if (ownTimes && arrivals === 'poisson')
    throw new BadOption('--arrivals poisson needs a rate: leave out --speed, or --arrivals');
  const knob = Object.keys(flags).find((name) => /^adaptive[A-Z]/.test(name));
  if (knob !== undefined && !adaptive)
    throw new BadOption(
      `--${knob.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)} needs --adaptive`,
    );
}

function scheduleOf({ rate, ramp, burst }: HttpFlags, speed: OtherFlags['speed']): Schedule {
  if (ramp) return { kind: 'ramp', ...ramp };
  const perSecond = rate ?? HTTP_DEFAULTS.rate;
  if (burst) return { kind: 'burst', perSecond, ...burst };
  return speed === 'max' ? { kind: 'constant', perSecond } : { kind: 'profile', speed };
}

function adaptiveOf(flags: HttpFlags): AdaptiveOptions {
  const defaults = ADAPTIVE_DEFAULTS;
  const options: AdaptiveOptions = {
    startRate: flags.rate ?? defaults.startRate,
    mostRate: flags.adaptiveMost ?? defaults.mostRate,
    factor: flags.adaptiveFactor ?? defaults.factor,
    stepMs: flags.adaptiveStep ?? defaults.stepMs,
    settleMs: flags.adaptiveSettle ?? defaults.settleMs,
    bisections: flags.adaptiveBisect ?? defaults.bisections,
    bounds: {
      p99Ms: flags.adaptiveP99 ?? defaults.bounds.p99Ms,
      refusedShare: flags.adaptiveRefused ?? defaults.bounds.refusedShare,
      backlogPerDossier: flags.adaptiveBacklog ?? defaults.bounds.backlogPerDossier,
      lateShare: defaults.bounds.lateShare,
    },
  };
  if (options.settleMs >= options.stepMs)
    throw new BadOption('--adaptive-settle must be shorter than --adaptive-step');
  if (options.startRate > options.mostRate)
    throw new BadOption('--rate, where the search begins, must not be above --adaptive-most');
  return options;
}
