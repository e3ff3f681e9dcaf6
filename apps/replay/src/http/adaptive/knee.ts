/**
 * What gave way at a rate: the client itself (it could not send in time, so nothing is said about the target), dossiers
 * turned away, slow answers, a backlog that grows, or dossiers that were not taken at all.
 */
export const BENDS = ['client', 'refusals', 'latency', 'backlog', 'errors'] as const;
export type Bend = (typeof BENDS)[number];

/** What was measured at one rate, its settling time left out. Rates in dossiers a second. */
export interface KneeStep {
  readonly offeredRate: number;
  /** Acknowledgements that came in the measured time. */
  readonly acknowledgedRate: number;
  readonly measuredMs: number;
  readonly dossiers: number;
  /** Answers from their intended instants (ms); one that had not come yet counts with its waiting so far. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
  /** Shares of the dossiers. */
  readonly refusedShare: number;
  readonly failedShare: number;
  readonly lateShare: number;
  /** How long sending waited because the bound on requests was reached (ms). */
  readonly blockedMs: number;
  /** Messages that waited at the beginning and at the end; 0 where the target does not tell. */
  readonly backlogBefore: number;
  readonly backlogAfter: number;
  /** Empty: the rate was sustained. The one furthest beyond its bound first. */
  readonly bends: readonly Bend[];
}

/** How much the target takes. */
export interface Knee {
  readonly steps: readonly KneeStep[];
  /** The highest rate that was sustained; unset when none was. */
  readonly sustainedRate?: number;
  /** What gave way first at the lowest rate that was not sustained. */
  readonly bentFirst?: Bend;
  /** `most-rate`: nothing bent up to the highest rate that was allowed. */
  readonly end: 'bent' | 'most-rate' | 'source-ended' | 'stopped';
}
