import {
  type Decision,
  type BatchRequest,
  type LinkedAgencyId,
  type OperatorAction,
} from '@lienthong/contracts';
import { type Principal } from '@lienthong/platform';

type Json = Readonly<Record<string, unknown>>;

/** What is to be done, as it is kept until it is done: after a crash it is done from here. */
export type Command =
  | {
      readonly type: 'case';
      readonly dossierNumber: string;
      readonly action: OperatorAction;
      readonly data?: Json;
    }
  | { readonly type: 'incident'; readonly id: string; readonly action: 'retry' }
  | {
      readonly type: 'incident';
      readonly id: string;
      readonly action: 'discard';
      /** The message to drop; none where a timer failed. */
      readonly failed?: string;
    }
  | { readonly type: 'reveal'; readonly dossierNumber: string }
  | {
      readonly type: 'decide';
      readonly agency: LinkedAgencyId;
      readonly workItem: string;
      readonly decision: Decision;
      readonly data?: Json;
      readonly caller: Principal;
    }
  | { readonly type: 'batch.start'; readonly request: BatchRequest }
  | { readonly type: 'batch.cancel'; readonly batch: string };

/** What came of it. Statuses and codes, no personal data. */
export type Outcome =
  | { readonly ok: true; readonly after: Json }
  | {
      readonly ok: false;
      readonly after: Json;
      readonly error: { readonly code: string; readonly detail?: string };
      /** It was refused: the caller is told so, as whoever refused it said it. */
      readonly refusal?: Refusal;
    };

export interface Refusal {
  readonly status: number;
  /** More members of the problem, e.g. `allowedActions`. */
  readonly extensions: Json;
  readonly errors?: readonly { readonly pointer: string; readonly code: string; readonly params?: Json }[];
}

/** Which replica is at it, and until when, unless it says so again: two at once would meet each other's work. */
export interface OperationLease {
  readonly holder: string;
  /** Counts those who have had it: after the first, what it asks for may have been done. */
  readonly attempt: number;
  /** Epoch ms of the real clock. */
  readonly until: number;
}

/** One thing that a person did, once per caller and `Idempotency-Key`. */
export interface Operation {
  readonly bodyHash: string;
  readonly actor: string;
  readonly roles: readonly string[];
  /** As the audit log names it, e.g. `case.stop`. */
  readonly action: string;
  readonly target: string;
  readonly reason: string;
  /** Epoch ms. */
  readonly at: number;
  readonly before: Json;
  /** Gone once it is closed: a correction holds personal data. */
  readonly command?: Command;
  /** Numbers of its two audit entries: where they stand, or are about to. */
  readonly begunEntry?: number;
  readonly endedEntry?: number;
  readonly lease?: OperationLease;
  readonly outcome?: Outcome;
  /** Epoch ms. */
  readonly endedAt?: number;
  /** Both entries are written. */
  readonly closed?: true;
}
