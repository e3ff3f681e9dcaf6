import { percentile } from '../apps/standalone/src/report/percentiles';

/** Latencies in milliseconds, to the hundredth. */
export function percentiles(ms: readonly number[]): { readonly p50Ms: number; readonly p99Ms: number } {
  const ascending = [...ms].sort((a, b) => a - b);
  const rounded = (percent: number): number => Math.round(percentile(ascending, percent) * 100) / 100;
  return { p50Ms: rounded(50), p99Ms: rounded(99) };
}
