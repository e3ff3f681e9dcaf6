import { mix32, unitOf } from '@lienthong/simulation';
import { type ReplayDossier } from '../../replay-dossier';
import { burstingRate, constantRate, rampedRate, type RateCurve } from './rate-curve';
import { type Schedule, type Spacing } from './schedule';

/** The intended instants of sending, one a dossier, in the order of the source. */
export interface Arrivals {
  /** When to send the next dossier, in ms since the beginning; never before the one that was asked for before it. */
  next(dossier: Pick<ReplayDossier, 'submittedAt'>): number;
}

/**
 * The arrivals of a schedule. The same options give the same instants.
 * @param seed of the random spacing
 */
export function arrivalsOf(schedule: Schedule, spacing: Spacing, seed: number): Arrivals {
  return schedule.kind === 'profile'
    ? filingTimes(schedule.speed)
    : spaced(curveOf(schedule), spacing === 'even' ? ones() : exponentials(seed));
}

function curveOf(schedule: Exclude<Schedule, { readonly kind: 'profile' }>): RateCurve {
  switch (schedule.kind) {
    case 'constant':
      return constantRate(schedule.perSecond);
    case 'ramp':
      return rampedRate(schedule.from, schedule.to, schedule.overMs);
    case 'burst':
      return burstingRate(schedule.perSecond, schedule.times, schedule.lastMs, schedule.everyMs);
  }
}

/** Unit-rate arrivals, stretched by the curve: that keeps a Poisson process one, whatever the rate does. */
function spaced(curve: RateCurve, gaps: Iterator<number, never>): Arrivals {
  let count = 0;
  return {
    next() {
      const at = curve.timeOf(count);
      count += gaps.next().value;
      return at;
    },
  };
}

function filingTimes(speed: number): Arrivals {
  let first: number | undefined;
  let last = 0;
  return {
    next({ submittedAt }) {
      first ??= submittedAt;
      return (last = Math.max(last, (submittedAt - first) / speed));
    },
  };
}

function* ones(): Generator<number, never> {
  for (;;) yield 1;
}

function* exponentials(seed: number): Generator<number, never> {
  const hash = mix32(seed);
  for (let index = 0; ; index++) yield -Math.log1p(-unitOf(hash, index));
}
