import {
  type CaseStatus,
  type LinkedAgencyId,
  type PolicyId,
  type Procedure,
  type ProcedureGroup,
  type ProcedureStatus,
  type SegmentKind,
} from '@lienthong/contracts';

/** How durations spread; all five in the unit that the field's name says. */
export interface Spread {
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  readonly max: number;
  readonly mean: number;
}

/** Of cases, or of one agency's part of cases, that have ended. */
export interface TimeSummary {
  readonly cases: number;
  /** Working days of 8 office hours; the time in which applicants owed a supplement is left out, as law §7.5 has it. */
  readonly workingDays: Spread;
  /** Days from beginning to end as the citizen lives them: nights, weekends and waits for supplements included. */
  readonly calendarDays: Spread;
  /** Lawful limits that applied, working days; 0 is the same-day limit (trong ngày). */
  readonly limitWorkingDays: { readonly least: number; readonly most: number };
  /** Those that the KPI rules judge: all but withdrawals before acceptance. */
  readonly judged: number;
  readonly late: number;
  /** Share of the judged that was on time (tỷ lệ đúng hạn), 0 to 1; null where none was judged. */
  readonly onTimeShare: number | null;
}

/** Whole cases of one procedure group, profile and limit. */
export interface GroupTimes extends TimeSummary {
  readonly procedureGroup: ProcedureGroup;
  readonly policy: PolicyId;
}

/** One procedure under one limit, from the filing (registry) or the command (others) to its result. */
export interface ProcedureTimes extends TimeSummary {
  readonly procedure: Procedure;
  readonly agency: LinkedAgencyId;
}

/** One agency's part of cases; the two death benefits are one piece of its work. */
export interface AgencyTimes extends TimeSummary {
  readonly agency: LinkedAgencyId;
  /** Pieces of work in which it asked for a supplement (yêu cầu bổ sung). */
  readonly supplements: number;
}

/** Cases whose registry lies in one of the 34 provinces. */
export interface ProvinceTimes {
  /** Two digits; `--` for communes that are in no official list. */
  readonly code: string;
  readonly name: string;
  readonly filed: number;
  readonly birth: TimeSummary | null;
  readonly death: TimeSummary | null;
}

/** Cases by the month of filing in Vietnam. */
export interface MonthTimes {
  /** `yyyy-MM`. */
  readonly month: string;
  readonly filed: number;
  readonly birth: TimeSummary | null;
  readonly death: TimeSummary | null;
}

/** Cases that had ended and had waited for their applicant. */
export interface PauseSummary {
  readonly procedureGroup: ProcedureGroup;
  readonly cases: number;
  /** Of the group's ended cases, 0 to 1. */
  readonly share: number;
  readonly workingDays: Spread;
  readonly calendarDays: Spread;
}

export interface LateSummary {
  /** Late by the KPI rules, of the judged. */
  readonly cases: number;
  readonly judged: number;
  /** Ended after the appointment (hẹn trả), pauses having moved it. */
  readonly afterAppointment: number;
  /** Of those, ended by the new date that an apology gave (phiếu xin lỗi và hẹn lại). */
  readonly byNewDate: number;
  /** Ended, with an agency that did not keep the new date of its own apology either. */
  readonly promiseBroken: number;
  /** In time, but an agency asked for a supplement more often than the policy takes for normal. */
  readonly askedTooOften: number;
  /** Not ended, and past their appointment. */
  readonly openOverdue: number;
}

/** Where the time of one agency's part of the cases goes. */
export interface SegmentSummary {
  readonly agency: LinkedAgencyId;
  readonly kind: SegmentKind;
  /** Pieces of work that had such time. */
  readonly works: number;
  /** Mean over all of the agency's ended pieces of work, hours. */
  readonly meanCalendarHours: number;
  /** Mean over all of the agency's ended pieces of work, office hours. */
  readonly meanWorkingHours: number;
  /** Of all calendar time of the agency's part, 0 to 1. */
  readonly share: number;
}

/** Ended cases by working days in bins of equal width, the first from 0. */
export interface DayHistogram {
  readonly procedureGroup: ProcedureGroup;
  readonly binWorkingDays: number;
  readonly counts: readonly number[];
  /** Cases beyond the last bin. */
  readonly above: number;
}

/** What the outcomes of a run add up to. Does not depend on real time: the same run gives the same summary. */
export interface StatisticsSummary {
  readonly dossiers: number;
  /** Not ended. */
  readonly open: number;
  readonly byStatus: { readonly [status in CaseStatus]?: number };
  readonly byGroupAndPolicy: readonly {
    readonly procedureGroup: ProcedureGroup;
    readonly policy: PolicyId;
    readonly dossiers: number;
  }[];
  readonly byProcedureAndStatus: readonly {
    readonly procedure: Procedure;
    readonly counts: { readonly [status in ProcedureStatus]?: number };
  }[];
  readonly groups: readonly GroupTimes[];
  readonly procedures: readonly ProcedureTimes[];
  readonly agencies: readonly AgencyTimes[];
  readonly provinces: readonly ProvinceTimes[];
  readonly months: readonly MonthTimes[];
  readonly pauses: readonly PauseSummary[];
  readonly late: LateSummary;
  readonly segments: readonly SegmentSummary[];
  readonly histograms: readonly DayHistogram[];
}
