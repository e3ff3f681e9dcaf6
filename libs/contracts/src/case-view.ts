import { type LinkedAgencyId } from './agencies';
import { type PolicyId, type Procedure, type ProcedureGroup } from './procedures';
import { type AgencyResult, type Reason, type Remark } from './work';

export const CASE_STATUSES = [
  'submitted',
  'in-progress',
  'awaiting-supplement',
  'completed',
  'partially-completed',
  'refused',
  'withdrawn',
  'stopped',
  'cancelled',
] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** Trạng thái hồ sơ as it stands on screen, in reports and in exported files, Vietnamese first. */
export const CASE_STATUS_NAMES: Readonly<Record<CaseStatus, { readonly vi: string; readonly en: string }>> = {
  submitted: { vi: 'Mới nộp', en: 'Submitted' },
  'in-progress': { vi: 'Đang giải quyết', en: 'In progress' },
  'awaiting-supplement': { vi: 'Chờ bổ sung', en: 'Awaiting supplement' },
  completed: { vi: 'Hoàn thành', en: 'Completed' },
  'partially-completed': { vi: 'Hoàn thành một phần', en: 'Partially completed' },
  refused: { vi: 'Bị từ chối', en: 'Refused' },
  withdrawn: { vi: 'Đã rút', en: 'Withdrawn' },
  stopped: { vi: 'Đã dừng', en: 'Stopped' },
  cancelled: { vi: 'Đã hủy', en: 'Cancelled' },
};

export const PROCEDURE_STATUSES = [
  'not-started',
  'in-progress',
  'awaiting-supplement',
  'completed',
  'refused',
  'stopped',
  'cancelled',
] as const;
export type ProcedureStatus = (typeof PROCEDURE_STATUSES)[number];

export type CaseAction = 'supplement' | 'withdraw' | 'correct' | 'cancel';

export interface ProcedureView {
  readonly procedure: Procedure;
  readonly agency: LinkedAgencyId;
  readonly office: string;
  readonly status: ProcedureStatus;
  readonly startedAt?: number;
  readonly dueAt?: number;
  readonly finishedAt?: number;
  readonly onTime?: boolean;
  readonly result?: AgencyResult;
  readonly reason?: Reason;
}

/** A date that the applicant was given (ngày hẹn trả, hẹn lại). Times are epoch ms. */
export interface PromisedDate {
  readonly promisedAt: number;
  readonly dueAt: number;
  /** On the receipt; moved by a pause or a verification; the new date of an apology, which is one agency's. */
  readonly reason: 'receipt' | 'moved' | 'apology';
  readonly agency?: LinkedAgencyId;
  /** It passed while the work was open. One that was moved in time, or that the applicant held up, is not broken. */
  readonly broken: boolean;
}

/** A case as integrators see it. Times are epoch ms; the edge writes them with `+07:00`. */
export interface CaseView {
  readonly dossierNumber: string;
  readonly procedureGroup: ProcedureGroup;
  readonly status: CaseStatus;
  /** Trạng thái hồ sơ on the national portal (law sheet §7.2). */
  readonly nationalStatus: { readonly code: number; readonly label: string };
  /** What the province last told the linked software (law sheet §7.3). */
  readonly linkedStatus: { readonly code: number; readonly label: string };
  readonly policy: PolicyId;
  readonly submittedAt: number;
  readonly acceptedAt?: number;
  readonly appointment: number;
  readonly finishedAt?: number;
  readonly overdue: boolean;
  readonly procedures: readonly ProcedureView[];
  /** What agencies found unlikely (lưu ý); none: left out. It decides nothing by itself. */
  readonly remarks?: readonly (Remark & { readonly agency: LinkedAgencyId })[];
  readonly allowedActions: readonly CaseAction[];
  /** Every date that the applicant was promised, oldest first. */
  readonly promises: readonly PromisedDate[];
  /** Agencies that owe the applicant a decision on a supplement, with the end of the window. */
  readonly supplements: readonly { readonly agency: LinkedAgencyId; readonly until: number }[];
}

export interface TimelineEntry {
  /** 1, 2, …: the id of the Server-Sent Event. */
  readonly index: number;
  readonly at: number;
  readonly type: string;
  readonly agency?: LinkedAgencyId;
  readonly summary: string;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** In the order in which a piece of work passes through them. */
export const SEGMENT_KINDS = ['transit', 'queue', 'agency', 'applicant'] as const;
export type SegmentKind = (typeof SEGMENT_KINDS)[number];

/** Who held one procedure of a case, from when to when (epoch ms). Segments of a procedure touch without gaps. */
export interface Segment {
  readonly procedure: Procedure;
  readonly agency: LinkedAgencyId;
  readonly kind: SegmentKind;
  readonly from: number;
  readonly to: number;
  readonly calendarMs: number;
}

/** Office hours (ms) from the beginning to the end of a case, or of an agency's part: whose they were. */
export interface NetTime {
  /** All of them. */
  readonly workingMs: number;
  /** Those that count against the limit: the applicant owed nothing. This is the figure that stands beside a limit. */
  readonly netWorkingMs: number;
  /** Those in which the applicant owed a supplement. */
  readonly applicantWorkingMs: number;
}

/** The sums of a case that are kept with it when it ends. */
export interface CaseTotal {
  readonly calendarMs: number;
  /** Office hours only, the applicant's among them. */
  readonly workingMs: number;
  readonly limitWorkingDays: number;
  /** Calendar time in which the applicant owed a supplement: not counted against the limit. */
  readonly pausedMs: number;
  readonly onTime?: boolean;
}

export interface ProcessingTime {
  readonly total: CaseTotal & NetTime;
  readonly segments: readonly Segment[];
}
