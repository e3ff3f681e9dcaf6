import {
  type CaseStatus,
  type LinkedAgencyId,
  type PolicyId,
  type ProcedureGroup,
  type ProcedureStatus,
} from '@lienthong/contracts';
import { type Wait } from '@lienthong/procedures';

/**
 * The version of what the read model works out of a history. It goes up when records written before would answer wrongly: the
 * console then reads all histories once more by itself. 2: times against limits are net of the applicant's waits.
 */
export const PROJECTION = 2;

/** What the console keeps of one case. Plain data, epoch ms, no personal data; absent fields left out. */
export interface CaseRecord {
  /** Entries of the case's history that are in here. */
  readonly entries: number;
  /** The place of an entry that came although its predecessors did not: the history has to be asked for. */
  readonly gap?: number;
  /** Absent while nothing is known but a gap. */
  readonly summary?: CaseSummary;
}

export interface CaseSummary {
  /** {@link PROJECTION} when the filing was taken; absent in what was written before versions were kept. */
  readonly projection?: number;
  readonly status: CaseStatus;
  readonly group: ProcedureGroup;
  /** The applicant's choice, one bit each ({@link procedureMask}). */
  readonly procedures: number;
  readonly province?: string;
  /** Of the registry. */
  readonly commune: string;
  readonly policy: PolicyId;
  readonly submittedAt: number;
  /** What punctuality is measured against: after pauses and verification. */
  readonly dueAt: number;
  /** The later date of an apology. */
  readonly promised?: number;
  readonly limitWorkingDays: number;
  /** Since when the clock stands still: some agency waits for the applicant. */
  readonly pausedSince?: number;
  readonly updatedAt: number;
  readonly finishedAt?: number;
  readonly onTime?: boolean;
  readonly agencies: readonly AgencySummary[];
}

export interface AgencySummary {
  readonly agency: LinkedAgencyId;
  readonly office: string;
  readonly status: ProcedureStatus;
  readonly startedAt?: number;
  readonly dueAt?: number;
  readonly limitWorkingDays?: number;
  readonly finishedAt?: number;
  /** Supplement requests. */
  readonly asked: number;
  /** Its apology: when it was issued, and the new date. */
  readonly apology?: { readonly at: number; readonly dueAt: number };
  /** When the applicant owed it a supplement; absent where that never was. */
  readonly waits?: readonly Wait[];
  /** Its deadline passed while it was at work. */
  readonly late?: true;
}
