import { toVietnamIso } from '@lienthong/platform';
import { type TrackPoint } from '../statistics';
import { type ThroughputPoint, type ThroughputReport } from './replay-report';

const START = { wallMs: 0, filed: 0, ended: 0, refused: 0, cpuMs: 0 };

/** What happened between the points of a run's course, a second. */
export function throughputOf(course: readonly TrackPoint[]): ThroughputReport {
  const points: ThroughputPoint[] = [];
  let before: typeof START = START;
  for (const point of course) {
    const seconds = (point.wallMs - before.wallMs) / 1_000;
    if (seconds <= 0) continue;
    // A killed process did the last second's work again: then counts go back for a moment.
    const rate = (name: 'filed' | 'ended' | 'refused'): number =>
      Math.max(0, point[name] - before[name]) / seconds;
    points.push({
      wallMs: point.wallMs,
      simulatedAt: toVietnamIso(point.simulatedAt),
      filedPerSecond: rate('filed'),
      endedPerSecond: rate('ended'),
      refusedPerSecond: rate('refused'),
      backlog: point.backlog,
      rssBytes: point.rssBytes,
      cpuCores: Math.max(0, point.cpuMs - before.cpuMs) / 1_000 / seconds,
    });
    before = point;
  }
  return {
    mean: before.wallMs === 0 ? 0 : (before.ended / before.wallMs) * 1_000,
    peak: points.reduce((most, { endedPerSecond }) => Math.max(most, endedPerSecond), 0),
    points,
  };
}
