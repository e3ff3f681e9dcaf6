import {
  type CaseStatus,
  type LinkedAgencyId,
  type PolicyId,
  type ProcedureGroup,
  type ProcedureStatus,
} from '@lienthong/contracts';

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
  /** Its deadline passed while it was at work. */
  readonly late?: true;
}
