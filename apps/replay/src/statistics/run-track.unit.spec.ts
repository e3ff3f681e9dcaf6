import { type RunSample } from '../run-sample';
import { RunTrack } from './run-track';

function sample(second: number, more: Partial<RunSample> = {}): RunSample {
  return {
    wallMs: second * 1_000,
    simulatedAt: second * 60_000,
    filed: second * 10,
    ended: second * 9,
    refused: 0,
    backlog: 0,
    rssBytes: 100,
    cpuMs: second * 500,
    ...more,
  };
}

function track(seconds: number): RunTrack {
  const made = new RunTrack();
  made.beginLeg(0);
  for (let second = 1; second <= seconds; second++) made.add(sample(second));
  return made;
}

describe('RunTrack', () => {
  it('keeps every sample while there are few', () => {
    expect(track(599).course()).toEqual(Array.from({ length: 599 }, (_, i) => sample(i + 1)));
  });

  it.each([600, 601, 1_199, 1_200, 2_400, 10_007])('keeps at most 600 points of %i samples', (seconds) => {
    const course = track(seconds).course();
    expect(course.length).toBeLessThanOrEqual(600);
    expect(course.length).toBeGreaterThanOrEqual(300);
    expect(course.at(-1)).toEqual(sample(seconds));
    const walls = course.map(({ wallMs }) => wallMs);
    expect(walls).toEqual([...walls].sort((a, b) => a - b));
  });

  it('keeps peaks of what goes up and down', () => {
    const made = new RunTrack();
    made.beginLeg(0);
    for (let second = 1; second <= 5_000; second++) {
      made.add(sample(second, second === 777 ? { backlog: 42, rssBytes: 9_000 } : {}));
    }
    expect(made.peakRssBytes).toBe(9_000);
    expect(Math.max(...made.course().map(({ backlog }) => backlog))).toBe(42);
  });

  it('goes on after an interruption: CPU time adds up, legs are told apart', () => {
    const first = track(3);
    const second = RunTrack.restored(structuredClone(first.state()));
    expect(second.wallMs).toBe(3_000);
    second.beginLeg(90_000);
    second.add(sample(4, { cpuMs: 200 }));
    second.add(sample(5, { cpuMs: 700 }));
    expect(second.course().map(({ cpuMs }) => cpuMs)).toEqual([500, 1_000, 1_500, 1_700, 2_200]);
    expect(second.state().legs).toEqual([
      { startedAt: 0, fromWallMs: 0, toWallMs: 3_000 },
      { startedAt: 90_000, fromWallMs: 3_000, toWallMs: 5_000 },
    ]);
  });

  it('loses no sample to a restore between two points', () => {
    const made = track(1_001);
    const restored = RunTrack.restored(made.state());
    expect(restored.course()).toEqual(made.course());
  });

  it('takes no sample before a leg', () => {
    expect(() => new RunTrack().add(sample(1))).toThrow('before its first leg');
  });
});
