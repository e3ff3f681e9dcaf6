import { build } from 'hdr-histogram-js';
import { type Spread } from './statistics-summary';

const MINUTE_MS = 60_000;

/**
 * Durations counted by whole minutes, so that memory does not grow with their number.
 *
 * A percentile is the minute at the nearest rank, rounded, thus within half a minute of a value that occurred; from 2,048
 * minutes on (`digits` 3: 4.3 working days or 34 hours; with 4: 32,768 minutes, 68 working days) counters widen and it may lie
 * up to 0.1 % (0.01 %) above. Mean and greatest value are exact.
 */
export class DurationCounts {
  private readonly minutes;
  private sumMs = 0;
  private maxMs = 0;

  constructor(digits: 3 | 4) {
    this.minutes = build({ numberOfSignificantValueDigits: digits, autoResize: true });
  }

  get count(): number {
    return this.minutes.totalCount;
  }

  /** @param ms a duration; what is below zero, by clocks of several machines, counts as zero */
  add(ms: number): void {
    const duration = Math.max(0, ms);
    this.minutes.recordValue(Math.round(duration / MINUTE_MS));
    this.sumMs += duration;
    this.maxMs = Math.max(this.maxMs, duration);
  }

  /** In days of `dayMs`; zeros where nothing was added. */
  spread(dayMs: number): Spread {
    const at = (percent: number): number =>
      Math.min(this.minutes.getValueAtPercentile(percent) * MINUTE_MS, this.maxMs) / dayMs;
    const { count } = this;
    return {
      p50: count === 0 ? 0 : at(50),
      p90: count === 0 ? 0 : at(90),
      p99: count === 0 ? 0 : at(99),
      max: this.maxMs / dayMs,
      mean: count === 0 ? 0 : this.sumMs / count / dayMs,
    };
  }
}
