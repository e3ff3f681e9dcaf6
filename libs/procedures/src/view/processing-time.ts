import { type WorkingCalendar } from '@lienthong/calendar';
import {
  type CaseTotal,
  type LinkedAgencyId,
  type NetTime,
  type ProcessingTime,
  type Segment,
} from '@lienthong/contracts';
import { POLICIES } from '../policies';
import { supplementsOf } from '../saga/saga-context';
import { type AgencyProgress, type CaseState } from '../case/case-state';
import { applicantSpans } from './applicant-waits';
import { netTime } from './net-time';
import { casePauses, spansOf } from './spans';

/**
 * Every millisecond of a case's procedures and who held it (thời gian giải quyết), of an open case until `asOf`.
 * The segments of a procedure touch, and add up to the time from its first command to the record of its result.
 */
export function processingTime(state: CaseState, asOf: number, calendar: WorkingCalendar): ProcessingTime {
  const total = state.total ?? totalOf(state, asOf, calendar);
  return {
    total: { ...total, ...netTimeOfCase(state, asOf, calendar) },
    segments: segmentsOf(state, asOf),
  };
}

/** The office hours of a case from filing to end, or to `asOf`. */
export function netTimeOfCase(state: CaseState, asOf: number, calendar: WorkingCalendar): NetTime {
  const to = endOf(state, asOf);
  return netTime({ from: state.submittedAt, to }, casePauses(state, to), calendar);
}

/** The office hours of one agency's part, from where its clock began (`startedAt` of the view) to its result, or to `asOf`. */
export function netTimeOfAgency(
  state: CaseState,
  { agency, requestedAt, finishedAt }: AgencyProgress,
  asOf: number,
  calendar: WorkingCalendar,
): NetTime {
  // The registry's part begins with the filing.
  const from = agency === 'civil-registry' ? state.submittedAt : (requestedAt ?? asOf);
  const to = Math.max(from, finishedAt ?? asOf);
  return netTime({ from, to }, applicantSpans(state.history, agency, to), calendar);
}

/**
 * The sums of a case from filing to end, or to `asOf`. On time (đúng hạn) means: ended by the appointment, pauses
 * moved it, and no agency asked for a supplement more often than the policy takes for normal.
 */
export function totalOf(state: CaseState, asOf: number, calendar: WorkingCalendar): CaseTotal {
  const to = endOf(state, asOf);
  const open = state.finishedAt === undefined;
  const pausedMs =
    state.pausedMs + (state.pausedSince === undefined ? 0 : Math.max(0, to - state.pausedSince));
  return {
    calendarMs: to - state.submittedAt,
    workingMs: calendar.workingMs(state.submittedAt, to),
    limitWorkingDays: state.limitWorkingDays,
    pausedMs,
    ...(open
      ? undefined
      : {
          onTime:
            to <= state.appointment.dueAt &&
            !state.agencies.some(({ agency }) => askedTooOften(state, agency)),
        }),
  };
}

function endOf({ finishedAt, submittedAt }: CaseState, asOf: number): number {
  return Math.max(finishedAt ?? asOf, submittedAt);
}

/** Whether an agency asked more often than is normal: that makes a case late whatever its end. */
export function askedTooOften({ policy, snapshot }: CaseState, agency: LinkedAgencyId): boolean {
  return supplementsOf(snapshot.context, agency) > POLICIES[policy].supplement.maxRequests;
}

function segmentsOf(state: CaseState, asOf: number): readonly Segment[] {
  return state.agencies.flatMap(({ agency, procedures, attempt, desk }) => {
    const spans = spansOf(state.history, agency, asOf, desk?.attempt === attempt ? desk : undefined);
    return procedures.flatMap((procedure) =>
      spans.map(({ kind, from, to }): Segment => ({
        procedure,
        agency,
        kind,
        from,
        to,
        calendarMs: to - from,
      })),
    );
  });
}
