import { type RunOptions } from '../../options/run-options';
import { type StatisticsSummary } from '../../statistics';
import { type Fault, type FaultKind } from '../fault';
import { type Verification } from '../verifier';

/**
 * The two halves of an audit, which share nothing and can run side by side: `cases` goes through the source once more,
 * `records` compares cases and agencies.
 */
export const AUDIT_HALVES = ['cases', 'records'] as const;
export type AuditHalf = (typeof AUDIT_HALVES)[number];

/** Which stored system is audited, and against what. Plain data: it crosses threads. */
export interface AuditJob {
  readonly directory: string;
  readonly options: RunOptions;
  /** Where time stood when the system was closed (epoch ms). */
  readonly asOf: number;
}

export interface CaseFindings {
  readonly verification: Verification;
  readonly statistics: StatisticsSummary;
}

export interface RecordFindings {
  readonly faults: readonly Fault[];
  readonly counts: Readonly<Partial<Record<FaultKind, number>>>;
}

/** What a thread tells: how far its half is, and at the end what it found. */
export type AuditMessage =
  { readonly done: number } | { readonly cases: CaseFindings } | { readonly records: RecordFindings };
