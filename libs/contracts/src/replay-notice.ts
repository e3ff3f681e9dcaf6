import { type Instant } from './operations';

export const REPLAY_PHASES = ['filing', 'finishing'] as const;
/** It sends dossiers, or waits for the ends of their cases. */
export type ReplayPhase = (typeof REPLAY_PHASES)[number];

/** What a load tester tells its target of itself: `PUT /v1/simulation/replay`. Instants are of the real clock. */
export interface ReplayNotice {
  readonly run: string;
  readonly phase: ReplayPhase;
  /** In all; absent where the source does not say. */
  readonly dossiers?: number;
  /** Of these, sent at least once. */
  readonly sent: number;
  /** Of these, acknowledged. */
  readonly answered: number;
  /** Answers that turned a dossier away for now (429, 503). */
  readonly refused: number;
  /** Dossiers acknowledged a second of late; of a replay that has ended, all the time. */
  readonly ratePerSecond: number;
  readonly startedAt: Instant;
  /** The last word: it came to its end, or was stopped. */
  readonly ended: boolean;
}

/** The replay that spoke last. */
export interface ReplayView extends ReplayNotice {
  readonly toldAt: Instant;
  /** It has not ended, and its last word is older than 30 s. */
  readonly stale: boolean;
}

/** `GET /v1/simulation/replay`; empty before any replay spoke. */
export interface ReplayAnswer {
  readonly replay?: ReplayView;
}

/** What is known of replays against this system. In one process a call; between processes HTTP. */
export interface ReplayNotices {
  latest(): Promise<ReplayAnswer>;
}

/** Injection token of {@link ReplayNotices}. */
export const REPLAY_NOTICES = Symbol('ReplayNotices');
