import {
  build,
  decodeFromCompressedBase64,
  encodeIntoCompressedBase64,
  type Histogram,
} from 'hdr-histogram-js';

const BINS_PER_DECADE = 10;
/** 10 µs. */
const FIRST_DECADE = -2;
/** 1,000 s. */
const LAST_DECADE = 6;
const BINS = (LAST_DECADE - FIRST_DECADE) * BINS_PER_DECADE;

/** Latencies in milliseconds. */
export interface LatencySummary {
  readonly count: number;
  readonly meanMs: number;
  readonly p50Ms: number;
  readonly p90Ms: number;
  readonly p99Ms: number;
  readonly p999Ms: number;
  readonly maxMs: number;
  /** Ten bins a decade from 10 µs to 1,000 s, without the empty ones at both ends; the outermost take what lies beyond. */
  readonly bins: readonly { readonly fromMs: number; readonly toMs: number; readonly count: number }[];
}

/** What a histogram is kept as between the legs of a run. */
export interface LatencyState {
  /** HdrHistogram V2, compressed, base64. */
  readonly counts: string;
  readonly bins: readonly number[];
  readonly sumMs: number;
  readonly maxMs: number;
}

/**
 * Latencies in real time, from a microsecond upwards: percentiles lie up to 0.1 % above a value that occurred; mean and
 * greatest value are exact. Memory does not grow with their number (about 100 KB).
 */
export class LatencyHistogram {
  private constructor(
    private readonly micros: Histogram,
    private readonly bins: number[],
    private sumMs: number,
    private maxMs: number,
  ) {}

  static empty(): LatencyHistogram {
    const micros = build({ numberOfSignificantValueDigits: 3, autoResize: true });
    return new LatencyHistogram(micros, new Array<number>(BINS).fill(0), 0, 0);
  }

  /** @throws Error when `state` was not written by {@link state} */
  static restored({ counts, bins, sumMs, maxMs }: LatencyState): LatencyHistogram {
    if (bins.length !== BINS) throw new Error(`a latency histogram has ${BINS} bins, not ${bins.length}`);
    const micros = decodeFromCompressedBase64(counts);
    micros.autoResize = true;
    return new LatencyHistogram(micros, [...bins], sumMs, maxMs);
  }

  get count(): number {
    return this.micros.totalCount;
  }

  /** @param ms a latency; one below zero, by clocks of two machines, counts as zero */
  record(ms: number): void {
    const latency = Math.max(0, ms);
    this.micros.recordValue(Math.round(latency * 1_000));
    const bin = Math.floor((Math.log10(latency) - FIRST_DECADE) * BINS_PER_DECADE);
    const within = Math.min(Math.max(bin, 0), BINS - 1);
    this.bins[within] = (this.bins[within] ?? 0) + 1;
    this.sumMs += latency;
    this.maxMs = Math.max(this.maxMs, latency);
  }

  /** Adds another leg's latencies to these. */
  merge(other: LatencyHistogram): void {
    this.micros.add(other.micros);
    other.bins.forEach((count, i) => (this.bins[i] = (this.bins[i] ?? 0) + count));
    this.sumMs += other.sumMs;
    this.maxMs = Math.max(this.maxMs, other.maxMs);
  }

  /** The greatest latency of the fastest `percent` (ms); 0 where nothing was recorded. */
  percentile(percent: number): number {
    if (this.count === 0) return 0;
    return Math.min(this.micros.getValueAtPercentile(percent) / 1_000, this.maxMs);
  }

  summary(): LatencySummary {
    return {
      count: this.count,
      meanMs: this.count === 0 ? 0 : this.sumMs / this.count,
      p50Ms: this.percentile(50),
      p90Ms: this.percentile(90),
      p99Ms: this.percentile(99),
      p999Ms: this.percentile(99.9),
      maxMs: this.maxMs,
      bins: this.filledBins(),
    };
  }

  state(): LatencyState {
    const counts = encodeIntoCompressedBase64(this.micros);
    return { counts, bins: [...this.bins], sumMs: this.sumMs, maxMs: this.maxMs };
  }

  private filledBins(): LatencySummary['bins'] {
    const first = this.bins.findIndex((count) => count > 0);
    const last = this.bins.findLastIndex((count) => count > 0);
    return first < 0
      ? []
      : this.bins.slice(first, last + 1).map((count, i) => ({
          fromMs: boundMs(first + i),
          toMs: boundMs(first + i + 1),
          count,
        }));
  }
}

function boundMs(bin: number): number {
  return Number((10 ** (FIRST_DECADE + bin / BINS_PER_DECADE)).toPrecision(4));
}
