import { DurationCounts } from './duration-counts';

const MINUTE = 60_000;
const DAY = 480 * MINUTE;

describe('DurationCounts', () => {
  it('gives the minute at the nearest rank, the exact mean and the exact maximum', () => {
    const counts = new DurationCounts(3);
    for (let minutes = 1; minutes <= 200; minutes++) counts.add(minutes * MINUTE);
    counts.add(480 * MINUTE + 1_234);
    expect(counts.spread(MINUTE)).toEqual({
      p50: 101,
      p90: 181,
      p99: 199,
      max: 480 + 1_234 / MINUTE,
      mean: (20_100 + 480 + 1_234 / MINUTE) / 201,
    });
  });

  it.each([
    [4, 60 * DAY, 0],
    [4, 500 * DAY, 0.0001],
    [3, 18 * DAY, 0.001],
    [3, 500 * DAY, 0.001],
  ] as const)('with %i digits errs at most as documented', (digits, ms, error) => {
    const counts = new DurationCounts(digits);
    counts.add(ms);
    counts.add(3 * ms);
    const { p50 } = counts.spread(DAY);
    expect(p50).toBeGreaterThanOrEqual(ms / DAY);
    expect(p50).toBeLessThanOrEqual((ms / DAY) * (1 + error));
  });

  it('never gives a percentile beyond the greatest value', () => {
    const counts = new DurationCounts(3);
    counts.add(2_049 * MINUTE - 29_000);
    expect(counts.spread(MINUTE).p99).toBe(2_049 - 29 / 60);
  });

  it('is all zeros when empty, and takes what is below zero for zero', () => {
    const counts = new DurationCounts(4);
    expect(counts.spread(DAY)).toEqual({ p50: 0, p90: 0, p99: 0, max: 0, mean: 0 });
    counts.add(-5);
    expect([counts.count, counts.spread(DAY).max]).toEqual([1, 0]);
  });
});
