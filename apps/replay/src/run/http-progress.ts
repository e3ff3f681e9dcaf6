import { type HttpCounts, type HttpLatencies } from '../http';
import { LatencyHistogram, type LatencyState } from '../statistics';

const LATENCIES = [
  'answer',
  'service',
  'lateness',
  'visible',
  'accepted',
] as const satisfies readonly (keyof HttpLatencies)[];
type LatencyName = (typeof LATENCIES)[number];

/** What is kept of a run over HTTP between its legs. */
export interface HttpProgressState {
  readonly counts?: HttpCounts;
  readonly latencies: Readonly<Record<LatencyName, LatencyState>>;
}

/** What happened between client and gateway over all legs of a run. */
export class HttpProgress {
  readonly latencies: Readonly<Record<LatencyName, LatencyHistogram>>;
  private sums: HttpCounts | undefined;

  constructor(state: HttpProgressState | undefined) {
    this.sums = state?.counts;
    this.latencies = byName((name) =>
      state ? LatencyHistogram.restored(state.latencies[name]) : LatencyHistogram.empty(),
    );
  }

  /** Sums over the legs that ended, by a stop or by themselves; of longest waits the longest. */
  get counts(): HttpCounts | undefined {
    return this.sums;
  }

  addLeg(counts: HttpCounts): void {
    const before = this.sums;
    if (!before) {
      this.sums = counts;
      return;
    }
    const names = Object.keys(counts) as (keyof HttpCounts)[];
    const sums = Object.fromEntries(names.map((name) => [name, before[name] + counts[name]]));
    const longestRefusedWaitMs = Math.max(before.longestRefusedWaitMs, counts.longestRefusedWaitMs);
    // What was left is sent by the next leg, and counted there.
    this.sums = { ...counts, ...sums, longestRefusedWaitMs, left: counts.left };
  }

  state(): HttpProgressState {
    return {
      ...(this.sums ? { counts: this.sums } : {}),
      latencies: byName((name) => this.latencies[name].state()),
    };
  }
}

function byName<T>(of: (name: LatencyName) => T): Readonly<Record<LatencyName, T>> {
  return Object.fromEntries(LATENCIES.map((name) => [name, of(name)])) as Record<LatencyName, T>;
}
