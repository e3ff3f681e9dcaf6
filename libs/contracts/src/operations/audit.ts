import { type Instant } from './instant';

/**
 * One entry of the audit log (nhật ký kiểm tra): append-only, each with the hash of the one before. `hash` is SHA-256, in
 * hex, over the canonical JSON (RFC 8785) of the entry without `hash`.
 */
export interface AuditEntry {
  /** 1, 2, … without gaps. */
  readonly number: number;
  readonly at: Instant;
  readonly actor: string;
  readonly roles: readonly string[];
  /** e.g. `case.stop`, `incident.retry`, `batch.start`, `personal-data.reveal`, `work.decide`. */
  readonly action: string;
  readonly target: string;
  readonly reason: string;
  readonly outcome: 'begun' | 'done' | 'failed';
  /** What was so before, and after: statuses and codes, no personal data. */
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
  readonly operation: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** `GET /v1/operations/audit?actor=&action=&target=&limit=&cursor=`, newest first. */
export interface AuditListView {
  readonly items: readonly AuditEntry[];
  readonly nextCursor?: string;
  readonly total: number;
}

/** `GET /v1/operations/audit/verification`: the whole chain, followed from its first entry. */
export interface AuditVerification {
  readonly valid: boolean;
  readonly entries: number;
  readonly lastHash: string;
  /** The first entry that does not fit, and why. */
  readonly broken?: { readonly number: number; readonly why: string };
}
