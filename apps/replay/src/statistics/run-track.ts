import { type RunSample } from '../run-sample';

/** One stretch of a run between a start and a stop. */
export interface RunLeg {
  /** Real time, epoch ms. */
  readonly startedAt: number;
  /** The run's real time at the leg's beginning and at its last sample, stops left out (ms). */
  readonly fromWallMs: number;
  readonly toWallMs: number;
}

/**
 * A stretch of a run, as its samples show it: `filed`, `ended`, `refused`, `cpuMs` and `simulatedAt` as at its end,
 * `backlog` and `rssBytes` the greatest in it. `cpuMs` adds up over the legs.
 */
export type TrackPoint = RunSample;

/** What a track is kept as between the legs of a run. */
export interface RunTrackState {
  readonly legs: readonly RunLeg[];
  readonly points: readonly TrackPoint[];
  readonly samplesPerPoint: number;
}

const MOST_POINTS = 600;

/**
 * The course of a run over its legs. Never more than 600 points: when they are full, neighbours are merged and each
 * further point stands for twice as many samples.
 */
export class RunTrack {
  private legs: RunLeg[] = [];
  private points: TrackPoint[] = [];
  private samplesPerPoint = 1;
  private pending: { point: TrackPoint; samples: number } | undefined;
  /** CPU time of earlier legs: a process begins at zero. */
  private cpuBefore = 0;

  static restored({ legs, points, samplesPerPoint }: RunTrackState): RunTrack {
    const track = new RunTrack();
    track.legs = [...legs];
    track.points = [...points];
    track.samplesPerPoint = samplesPerPoint;
    return track;
  }

  /** The run's real time at the last sample (ms): where a further leg goes on. */
  get wallMs(): number {
    return this.last?.wallMs ?? 0;
  }

  /** The greatest memory seen over all legs (bytes). */
  get peakRssBytes(): number {
    return this.course().reduce((most, { rssBytes }) => Math.max(most, rssBytes), 0);
  }

  /** Begins a leg at `startedAt` (epoch ms, real time); the samples that follow belong to it. */
  beginLeg(startedAt: number): void {
    this.cpuBefore = this.last?.cpuMs ?? 0;
    this.closePoint();
    this.legs.push({ startedAt, fromWallMs: this.wallMs, toWallMs: this.wallMs });
  }

  /** @throws Error before the first leg has begun */
  add(sample: RunSample): void {
    const leg = this.legs.pop();
    if (!leg) throw new Error('a run has no samples before its first leg');
    this.legs.push({ ...leg, toWallMs: sample.wallMs });
    const point = { ...sample, cpuMs: this.cpuBefore + sample.cpuMs };
    this.pending = this.pending
      ? { point: merged(this.pending.point, point), samples: this.pending.samples + 1 }
      : { point, samples: 1 };
    if (this.pending.samples >= this.samplesPerPoint) this.closePoint();
  }

  /** Ascending by real time. */
  course(): readonly TrackPoint[] {
    return this.pending ? [...this.points, this.pending.point] : this.points;
  }

  state(): RunTrackState {
    return { legs: [...this.legs], points: [...this.course()], samplesPerPoint: this.samplesPerPoint };
  }

  private get last(): TrackPoint | undefined {
    return this.pending?.point ?? this.points.at(-1);
  }

  private closePoint(): void {
    if (!this.pending) return;
    this.points.push(this.pending.point);
    this.pending = undefined;
    if (this.points.length < MOST_POINTS) return;
    this.points = this.points.flatMap((point, i, all) => {
      const next = all[i + 1];
      return i % 2 === 1 ? [] : [next ? merged(point, next) : point];
    });
    this.samplesPerPoint *= 2;
  }
}

function merged(first: TrackPoint, next: TrackPoint): TrackPoint {
  return {
    ...next,
    backlog: Math.max(first.backlog, next.backlog),
    rssBytes: Math.max(first.rssBytes, next.rssBytes),
  };
}
