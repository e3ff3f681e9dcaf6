import { type CaseSelection, type OperatorAction } from './cases';
import { type IncidentAction, type IncidentSelection } from './incidents';
import { type Instant } from './instant';

/**
 * What every action answers (202): it is on the record, whatever becomes of it. The same `Idempotency-Key` with the same
 * body is answered with the same operation; with another body it is refused (422 `idempotency-key-reused`).
 */
export interface OperationView {
  readonly id: string;
  readonly status: 'in-progress' | 'done' | 'failed';
  readonly action: string;
  readonly target: string;
  readonly actor: string;
  readonly reason: string;
  readonly at: Instant;
  /** Why it failed. */
  readonly error?: { readonly code: string; readonly detail: string };
  /** Number of its entry in the audit log. */
  readonly audit: number;
}

/** `POST /v1/operations/cases/{dossierNumber}/actions` `{ action, reason, data? }`; `data` is what `correct` changes. */
export interface CaseActionBody {
  readonly action: OperatorAction;
  readonly reason: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** One action on everything that a selection brings, when the batch begins. */
export type BatchRequest =
  | { readonly action: IncidentAction; readonly incidents: IncidentSelection; readonly reason: string }
  | { readonly action: 'stop' | 'withdraw'; readonly cases: CaseSelection; readonly reason: string };

export type BatchStatus = 'selecting' | 'running' | 'done' | 'cancelled';

/** `POST /v1/operations/batches` (202), `GET …/batches`, `GET …/batches/{id}`, `POST …/batches/{id}/cancel` `{ reason }`. */
export interface BatchView {
  readonly id: string;
  readonly request: BatchRequest;
  readonly actor: string;
  readonly status: BatchStatus;
  readonly createdAt: Instant;
  readonly finishedAt?: Instant;
  readonly total: number;
  readonly succeeded: number;
  readonly failed: number;
  /** No longer there, or no longer allowed, when its turn came. */
  readonly skipped: number;
  /** Why it was given up before it began. */
  readonly error?: { readonly code: string; readonly detail: string };
}

/** `GET /v1/operations/batches?limit=&cursor=`, newest first. */
export interface BatchListView {
  readonly items: readonly BatchView[];
  readonly nextCursor?: string;
}

/** `GET /v1/operations/batches/{id}/items?result=&limit=&cursor=`. */
export interface BatchItemListView {
  readonly items: readonly BatchItem[];
  readonly nextCursor?: string;
}

export interface BatchItem {
  /** An incident id or a dossier number. */
  readonly target: string;
  readonly dossierNumber?: string;
  readonly result: 'waiting' | 'succeeded' | 'failed' | 'skipped';
  readonly detail?: string;
  readonly at?: Instant;
}
