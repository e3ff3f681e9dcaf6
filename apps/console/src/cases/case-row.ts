import { vietnamCalendar } from '@lienthong/calendar';
import { type CaseRow } from '@lienthong/contracts';
import { toVietnamIso } from '@lienthong/platform';
import { closedAt, netTime, workingMsLeft } from '@lienthong/procedures';
import { type AgencySummary, type CaseSummary } from '../read-model/case-record';
import { isAgencyLate, isOpen, isPaused, overdueAfter, promiseBrokenAfter } from '../read-model/punctuality';

/** One line of the case list, as of `now`. */
export function caseRow(
  dossierNumber: string,
  summary: CaseSummary,
  now: number,
  incident: boolean,
): CaseRow {
  const to = summary.finishedAt ?? now;
  const waits = summary.agencies.flatMap((part) => closedAt(part.waits ?? [], to));
  const { netWorkingMs, applicantWorkingMs } = netTime(
    { from: summary.submittedAt, to: Math.max(summary.submittedAt, to) },
    waits,
    vietnamCalendar,
  );
  const { group, status, policy, province, commune, submittedAt, dueAt, promised, finishedAt, updatedAt } =
    summary;
  return {
    dossierNumber,
    procedureGroup: group,
    status,
    policy,
    ...(province === undefined ? undefined : { province }),
    commune,
    submittedAt: toVietnamIso(submittedAt),
    appointment: toVietnamIso(Math.max(dueAt, promised ?? 0)),
    ...(finishedAt === undefined ? undefined : { finishedAt: toVietnamIso(finishedAt) }),
    updatedAt: toVietnamIso(updatedAt),
    overdue: now > (overdueAfter(summary) ?? Infinity),
    ...(isOpen(summary) ? { workingMsLeft: leftOf(summary, now) } : undefined),
    limitWorkingDays: summary.limitWorkingDays,
    netWorkingMs,
    applicantWorkingMs,
    paused: isPaused(summary),
    agencies: summary.agencies.map((part) => agencyOf(part, summary, now)),
    incident,
  };
}

/** Against the due time that punctuality is measured by: an apology's later date gives nobody more time. */
function leftOf({ dueAt, pausedSince, limitWorkingDays }: CaseSummary, now: number): number {
  return workingMsLeft(pausedSince ?? now, dueAt, limitWorkingDays, vietnamCalendar);
}

function agencyOf(part: AgencySummary, summary: CaseSummary, now: number): CaseRow['agencies'][number] {
  const { agency, office, status, dueAt } = part;
  return {
    agency,
    office,
    status,
    ...(dueAt === undefined ? undefined : { dueAt: toVietnamIso(dueAt) }),
    overdue: isAgencyLate(part, summary, now),
    ...(part.apology && { promised: toVietnamIso(part.apology.dueAt) }),
    ...((part.finishedAt ?? now) > (promiseBrokenAfter(part) ?? Infinity) && {
      promiseBroken: true as const,
    }),
  };
}
