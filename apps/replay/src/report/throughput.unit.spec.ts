import { type TrackPoint } from '../statistics';
import { throughputOf } from './throughput';

function point(wallMs: number, filed: number, ended: number, cpuMs: number): TrackPoint {
  return { wallMs, simulatedAt: 0, filed, ended, refused: 0, backlog: 5, rssBytes: 7, cpuMs };
}

describe('throughputOf', () => {
  it('gives rates between the points, whatever the time between them', () => {
    const { points, mean, peak } = throughputOf([
      point(1_000, 100, 50, 500),
      point(3_000, 300, 350, 3_500),
      point(4_000, 300, 400, 3_600),
    ]);
    expect(points.map((each) => [each.filedPerSecond, each.endedPerSecond, each.cpuCores])).toEqual([
      [100, 50, 0.5],
      [100, 150, 1.5],
      [0, 50, 0.1],
    ]);
    expect([mean, peak]).toEqual([100, 150]);
    expect(points[0]).toMatchObject({
      simulatedAt: '1970-01-01T07:00:00.000+07:00',
      backlog: 5,
      rssBytes: 7,
    });
  });

  it('has no negative rate where a killed leg did work again, and no point without time', () => {
    const { points } = throughputOf([
      point(1_000, 100, 100, 500),
      point(1_000, 120, 120, 600),
      point(2_000, 90, 80, 400),
    ]);
    expect(points.map((each) => [each.wallMs, each.filedPerSecond, each.cpuCores])).toEqual([
      [1_000, 100, 0.5],
      [2_000, 0, 0],
    ]);
  });

  it('is zero without points', () => {
    expect(throughputOf([])).toEqual({ mean: 0, peak: 0, points: [] });
  });
});
