import { arrivalsOf } from './arrivals';
import { type Schedule, type Spacing } from './schedule';

const dossier = { submittedAt: 0 };

function instants(schedule: Schedule, count: number, spacing: Spacing = 'even', seed = 1): readonly number[] {
  const arrivals = arrivalsOf(schedule, spacing, seed);
  return Array.from({ length: count }, () => arrivals.next(dossier));
}

/** How many arrivals lie in [from, to). */
const between = (times: readonly number[], from: number, to: number): number =>
  times.filter((at) => at >= from && at < to).length;

describe('arrivalsOf', () => {
  it('spaces a constant rate evenly and does not drift', () => {
    const times = instants({ kind: 'constant', perSecond: 300 }, 300_001);
    expect(times[1]).toBeCloseTo(1_000 / 300, 9);
    expect(times[300_000]).toBe(1_000_000);
  });

  it('ramps up, then stays', () => {
    const times = instants({ kind: 'ramp', from: 10, to: 110, overMs: 10_000 }, 1_700);
    expect(between(times, 0, 1_000)).toBe(15);
    expect(between(times, 9_000, 10_000)).toBe(105);
    expect(between(times, 0, 10_000)).toBe(600);
    expect(between(times, 10_000, 20_000)).toBe(1_100);
  });

  it('ramps down', () => {
    const times = instants({ kind: 'ramp', from: 110, to: 10, overMs: 10_000 }, 700);
    expect(between(times, 0, 1_000)).toBe(105);
    expect(between(times, 0, 10_000)).toBe(600);
    expect(times[700 - 1]! - times[700 - 2]!).toBeCloseTo(100, 6);
  });

  it('ramps up from nothing', () => {
    const times = instants({ kind: 'ramp', from: 0, to: 100, overMs: 2_000 }, 101);
    expect(times[0]).toBe(0);
    expect(times[25]).toBeCloseTo(1_000, 6);
    expect(times[100]).toBeCloseTo(2_000, 6);
  });

  it('bursts at the end of every period', () => {
    const schedule: Schedule = { kind: 'burst', perSecond: 10, times: 5, lastMs: 2_000, everyMs: 10_000 };
    const times = instants(schedule, 540);
    for (const period of [0, 10_000, 20_000]) {
      expect(between(times, period, period + 8_000)).toBe(80);
      expect(between(times, period + 8_000, period + 10_000)).toBe(100);
    }
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('takes the filing times of the dossiers, faster, and never goes back', () => {
    const arrivals = arrivalsOf({ kind: 'profile', speed: 3_600 }, 'even', 1);
    const filed = [5_000_000, 8_600_000, 8_599_000, 12_200_000];
    expect(filed.map((submittedAt) => arrivals.next({ submittedAt }))).toEqual([0, 1_000, 1_000, 2_000]);
  });

  describe('at random', () => {
    const schedule: Schedule = { kind: 'constant', perSecond: 100 };
    const times = instants(schedule, 50_001, 'poisson', 63);
    const gaps = times.slice(1).map((at, i) => at - times[i]!);

    it('keeps the rate', () => {
      expect(times.at(-1)! / 500_000).toBeCloseTo(1, 1);
    });

    it('has gaps that are as often short and long as those of independent arrivals', () => {
      const shareOver = (ms: number): number => gaps.filter((gap) => gap > ms).length / gaps.length;
      for (const means of [0.1, 0.5, 1, 2, 4]) {
        expect(Math.abs(shareOver(10 * means) - Math.exp(-means))).toBeLessThan(0.01);
      }
    });

    it('comes again with the seed only', () => {
      expect(instants(schedule, 100, 'poisson', 63)).toEqual(times.slice(0, 100));
      expect(instants(schedule, 100, 'poisson', 64)).not.toEqual(times.slice(0, 100));
    });

    it('follows a ramp', () => {
      const ramped = instants({ kind: 'ramp', from: 10, to: 190, overMs: 100_000 }, 12_000, 'poisson', 7);
      expect(between(ramped, 0, 100_000) / 10_000).toBeCloseTo(1, 1);
      expect(between(ramped, 0, 50_000) / 2_750).toBeCloseTo(1, 1);
    });
  });
});
