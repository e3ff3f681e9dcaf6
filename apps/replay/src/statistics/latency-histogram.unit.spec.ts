import { LatencyHistogram } from './latency-histogram';

function of(...latencies: readonly number[]): LatencyHistogram {
  const histogram = LatencyHistogram.empty();
  for (const ms of latencies) histogram.record(ms);
  return histogram;
}

const upTo = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe('LatencyHistogram', () => {
  it('gives percentiles to the microsecond where that is exact, mean and maximum', () => {
    expect(of(0.5, 1, 1.5, 2.125).summary()).toMatchObject({
      count: 4,
      meanMs: 5.125 / 4,
      p50Ms: 1,
      p90Ms: 2.125,
      maxMs: 2.125,
    });
  });

  it('errs by at most 0.1 % up to hours', () => {
    const histogram = of(...upTo(1, 1_000).map((ms) => ms * 5_000));
    expect(histogram.percentile(99.9)).toBeGreaterThanOrEqual(999 * 5_000);
    expect(histogram.percentile(99.9)).toBeLessThanOrEqual(999 * 5_000 * 1.001);
    expect(histogram.summary().maxMs).toBe(5_000_000);
  });

  it('bins by tenths of a decade, empty ends left out', () => {
    expect(of(1, 1.2, 2, -3).summary().bins).toHaveLength(24);
    const { bins } = of(1, 1.2, 1.9).summary();
    expect(bins).toEqual([
      { fromMs: 1, toMs: 1.259, count: 2 },
      { fromMs: 1.259, toMs: 1.585, count: 0 },
      { fromMs: 1.585, toMs: 1.995, count: 1 },
    ]);
  });

  it('keeps what lies beyond the outermost bins', () => {
    const { bins, count } = of(0, 5_000_000).summary();
    expect(count).toBe(2);
    expect([bins[0]?.count, bins.at(-1)?.count, bins.at(-1)?.toMs]).toEqual([1, 1, 1_000_000]);
  });

  it('of several legs is as if all had been recorded in one', () => {
    const first = of(...upTo(1, 500));
    const rest = of(...upTo(501, 3_000));
    const restored = LatencyHistogram.restored(structuredClone(first.state()));
    restored.merge(rest);
    expect(restored.summary()).toEqual(of(...upTo(1, 3_000)).summary());
    restored.record(7_000);
    expect([restored.count, restored.summary().maxMs]).toEqual([3_001, 7_000]);
  });

  it('is zeros without bins when empty, also restored', () => {
    const summary = { count: 0, meanMs: 0, p50Ms: 0, p90Ms: 0, p99Ms: 0, p999Ms: 0, maxMs: 0, bins: [] };
    expect(of().summary()).toEqual(summary);
    expect(LatencyHistogram.restored(of().state()).summary()).toEqual(summary);
  });

  it('refuses a state with other bins', () => {
    expect(() => LatencyHistogram.restored({ ...of(1).state(), bins: [1] })).toThrow('has 80 bins, not 1');
  });
});
