const SECOND_MS = 1_000;

/** A rate of arrivals over time, by its inverse: instants are computed from counts, never summed up, so nothing drifts. */
export interface RateCurve {
  /** When `count` arrivals (any real number ≥ 0) are to be expected, in ms since the beginning. Never decreases. */
  timeOf(count: number): number;
}

/** `perSecond` arrivals a second for good. */
export function constantRate(perSecond: number): RateCurve {
  return { timeOf: (count) => (count / perSecond) * SECOND_MS };
}

/** Changes the rate evenly from `from` to `to` arrivals a second over `overMs`, and stays there. */
export function rampedRate(from: number, to: number, overMs: number): RateCurve {
  const seconds = overMs / SECOND_MS;
  const inRamp = ((from + to) / 2) * seconds;
  const slope = (to - from) / seconds;
  return {
    timeOf(count) {
      if (count === 0) return 0;
      if (count >= inRamp) return overMs + ((count - inRamp) / to) * SECOND_MS;
      // count = from·t + slope·t²/2, in the form that has no subtraction of nearly equal numbers.
      const root = Math.sqrt(Math.max(0, from * from + 2 * slope * count));
      return ((2 * count) / (from + root)) * SECOND_MS;
    },
  };
}

/** `base` arrivals a second, and at the end of every `everyMs` for `lastMs` `times` as many. */
export function burstingRate(base: number, times: number, lastMs: number, everyMs: number): RateCurve {
  const calmMs = everyMs - lastMs;
  const inCalm = (base * calmMs) / SECOND_MS;
  const inPeriod = inCalm + (base * times * lastMs) / SECOND_MS;
  return {
    timeOf(count) {
      const periods = Math.floor(count / inPeriod);
      const left = count - periods * inPeriod;
      const within =
        left <= inCalm ? (left / base) * SECOND_MS : calmMs + ((left - inCalm) / (base * times)) * SECOND_MS;
      return periods * everyMs + within;
    },
  };
}
