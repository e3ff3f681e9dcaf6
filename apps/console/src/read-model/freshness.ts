import { Injectable } from '@nestjs/common';
import { Metrics } from '@lienthong/platform';
import { Histogram } from 'prom-client';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 2.5, 5, 10, 30, 60];
/** Batches that percentiles are taken of. */
const MOST_KEPT = 2_000;

/**
 * Real time from an event's publication to the moment at which a query sees it. Measured a batch, from its oldest event: no
 * event of it took longer. On several machines it rests on their clocks.
 */
@Injectable()
export class Freshness {
  private readonly histogram: Histogram;
  private readonly recent: number[] = [];
  private next = 0;

  constructor(metrics: Metrics) {
    this.histogram = new Histogram({
      name: 'lienthong_console_freshness_seconds',
      help: 'Real seconds from the publication of the oldest event of a batch to its being visible in the console',
      buckets: SECONDS,
      registers: [metrics],
    });
  }

  observe(ms: number): void {
    const elapsed = Math.max(0, ms);
    this.histogram.observe(elapsed / 1000);
    this.recent[this.next] = elapsed;
    this.next = (this.next + 1) % MOST_KEPT;
  }

  /** Of the latest batches; nothing before the first. */
  percentiles(): { readonly p50Ms?: number; readonly p99Ms?: number } {
    const sorted = [...this.recent].sort((a, b) => a - b);
    const at = (share: number): number | undefined => sorted[Math.ceil(sorted.length * share) - 1];
    const [p50Ms, p99Ms] = [at(0.5), at(0.99)];
    return p50Ms === undefined || p99Ms === undefined ? {} : { p50Ms, p99Ms };
  }
}
