import { type RunSample } from '../run-sample';
import { type FaultLog } from '../verification/fault';
import { type HttpCounts, type SendingLatencies } from './sending/counts';
import { type FollowingLatencies } from './watching/visibility';

/** Where latencies of a run over HTTP go (ms). */
export type HttpLatencies = SendingLatencies & FollowingLatencies;

export type HttpPhase = 'filing' | 'finishing';

/** What a run over HTTP tells while it goes. */
export interface HttpHooks {
  /** Stops the run: what was acknowledged is in the journal, the next leg goes on from there. */
  readonly signal: AbortSignal;
  readonly onSample: (sample: RunSample) => void;
  readonly onPhase?: (phase: HttpPhase) => void;
  readonly latencies: HttpLatencies;
  readonly faults: Pick<FaultLog, 'add'>;
  /** NDJSON of the acknowledged dossiers, to be kept in the directory of the run. */
  readonly journalFile: string;
  /** How many dossiers the source has, if it says. */
  readonly dossiers?: number | undefined;
  /** Real time that earlier legs took (ms); 0 when left out. */
  readonly wallMsBefore?: number;
}

/** What a leg of a run over HTTP came to. */
export interface HttpRun {
  readonly counts: HttpCounts;
  /** Dossiers that earlier legs got acknowledged. */
  readonly acknowledgedBefore: number;
  /** How long sending waited because the bound on requests or dossiers in hand was reached (ms). */
  readonly blockedMs: number;
  /** Stopped by the signal: there is more to do. */
  readonly stopped: boolean;
  /** Whether every case came to rest in the time that was given. */
  readonly atRest: boolean;
  /** Of the dossiers that were followed until they could be read. */
  readonly followed: { readonly dossiers: number; readonly givenUp: number };
  /** Real time of this leg (ms). */
  readonly wallMs: number;
  /** The number that a dossier was acknowledged with, in whatever leg, by its idempotency key. */
  readonly numberOf: (key: string) => string | undefined;
}
