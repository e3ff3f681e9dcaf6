import { type WorkingCalendar } from '@lienthong/calendar';
import { type LinkedAgencyId, type ProcessingTime, type Segment } from '@lienthong/contracts';
import { POLICIES } from '../policies';
import { supplementsOf } from '../saga/saga-context';
import { type CaseState } from '../case/case-state';
import { spansOf } from './spans';

/**
 * Every millisecond of a case's procedures and who held it (thời gian giải quyết), of an open case until `asOf`.
 * The segments of a procedure touch, and add up to the time from its first command to the record of its result.
 */
export function processingTime(state: CaseState, asOf: number, calendar: WorkingCalendar): ProcessingTime {
  return { total: state.total ?? totalOf(state, asOf, calendar), segments: segmentsOf(state, asOf) };
}

/**
 * The sums of a case from filing to end, or to `asOf`. On time (đúng hạn) means: ended by the appointment, pauses
 * moved it, and no agency asked for a supplement more often than the policy takes for normal.
 */
export function totalOf(state: CaseState, asOf: number, calendar: WorkingCalendar): ProcessingTime['total'] {
  const to = Math.max(state.finishedAt ?? asOf, state.submittedAt);
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

/** Whether an agency asked more often than is normal: that makes a case late whatever its end. */
export function askedTooOften({ policy, snapshot }: CaseState, agency: LinkedAgencyId): boolean {
  return supplementsOf(snapshot.context, agency) > POLICIES[policy].supplement.maxRequests;
}

function segmentsOf(state: CaseState, asOf: number): readonly Segment[] {
  return state.agencies.flatMap(({ agency, procedures }) => {
    const spans = spansOf(state.history, agency, asOf);
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
