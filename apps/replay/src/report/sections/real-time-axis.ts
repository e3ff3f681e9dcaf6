import { type ThroughputPoint } from '../replay-report';

/** The scale of a chart over the run's real time: seconds, or minutes for longer runs. */
export interface RealTimeAxis {
  readonly unit: string;
  /** The end of the run in `unit`. */
  readonly last: number;
  at(wallMs: number): number;
}

export function realTimeAxis(points: readonly ThroughputPoint[]): RealTimeAxis {
  const end = points.at(-1)?.wallMs ?? 0;
  const [unit, ms] = end > 180_000 ? ['phút', 60_000] : ['giây', 1_000];
  return { unit, last: end / ms, at: (wallMs) => wallMs / ms };
}
