import { type WorkingCalendar } from '@lienthong/calendar';
import { type InspectedClock } from '@lienthong/contracts';
import { type AgencyProgress, type CaseState } from '../case/case-state';
import { caseView } from './case-view';
import { isAfterDue, workingMsLeft } from './due';
import { netTimeOfAgency, processingTime } from './processing-time';

/**
 * The clocks that run against the law, as of `now` (epoch ms): the whole case's first, then one an agency. Used is the
 * time that was not the applicant's; left is measured from the moment the clock stopped, if it has.
 */
export function clocksOf(
  state: CaseState,
  now: number,
  calendar: WorkingCalendar,
): readonly InspectedClock[] {
  const onTime = new Map(
    caseView(state, now, 'en').procedures.map(({ agency, onTime: punctual }) => [agency, punctual]),
  );
  return [
    wholeCase(state, now, calendar),
    ...state.agencies.map((progress) => {
      const punctual = onTime.get(progress.agency);
      return {
        ...agencyClock(state, progress, now, calendar),
        ...(punctual === undefined ? undefined : { onTime: punctual }),
      };
    }),
  ];
}

function wholeCase(state: CaseState, now: number, calendar: WorkingCalendar): InspectedClock {
  const { total } = processingTime(state, now, calendar);
  const stoppedAt = state.finishedAt ?? state.pausedSince;
  return {
    procedures: state.agencies.flatMap(({ procedures }) => procedures),
    limitWorkingDays: state.limitWorkingDays,
    dueAt: state.appointment.dueAt,
    workingMsUsed: total.netWorkingMs,
    applicantWorkingMs: total.applicantWorkingMs,
    workingMsLeft: workingMsLeft(stoppedAt ?? now, state.appointment.dueAt, state.limitWorkingDays, calendar),
    overdue: isAfterDue(stoppedAt ?? now, state.appointment.dueAt),
    state: state.finishedAt !== undefined ? 'ended' : state.pausedSince === undefined ? 'running' : 'paused',
    ...(total.onTime === undefined ? undefined : { onTime: total.onTime }),
  };
}

function agencyClock(
  state: CaseState,
  progress: AgencyProgress,
  now: number,
  calendar: WorkingCalendar,
): InspectedClock {
  const { agency, procedures, limitWorkingDays, dueAt, requestedAt, finishedAt, awaited, askedAt } = progress;
  if (requestedAt === undefined) return { agency, procedures, workingMsUsed: 0, state: 'not-started' };
  const paused = finishedAt === undefined && awaited === 'supplement';
  const stoppedAt = finishedAt ?? (paused ? askedAt : undefined);
  const used = netTimeOfAgency(state, progress, now, calendar);
  return {
    agency,
    procedures,
    ...(limitWorkingDays === undefined ? undefined : { limitWorkingDays }),
    ...(dueAt === undefined
      ? undefined
      : {
          dueAt,
          workingMsLeft: workingMsLeft(stoppedAt ?? now, dueAt, limitWorkingDays, calendar),
          overdue: isAfterDue(stoppedAt ?? now, dueAt),
        }),
    workingMsUsed: used.netWorkingMs,
    applicantWorkingMs: used.applicantWorkingMs,
    state: finishedAt !== undefined ? 'ended' : paused ? 'paused' : 'running',
  };
}
