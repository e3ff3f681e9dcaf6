import { vietnamCalendar } from '@lienthong/calendar';
import { type CaseRow } from '@lienthong/contracts';
import { toVietnamIso } from '@lienthong/platform';
import { type AgencySummary, type CaseSummary } from '../read-model/case-record';
import { isAgencyLate, isOpen, isPaused, overdueAfter } from '../read-model/punctuality';

/** One line of the case list, as of `now`. */
export function caseRow(
  dossierNumber: string,
  summary: CaseSummary,
  now: number,
  incident: boolean,
): CaseRow {
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
    ...(isOpen(summary) ? { workingMsLeft: workingMsLeft(summary, now) } : undefined),
    paused: isPaused(summary),
    agencies: summary.agencies.map((part) => agencyOf(part, summary, now)),
    incident,
  };
}

/** Against the due time that punctuality is measured by: an apology's later date gives nobody more time. */
function workingMsLeft({ dueAt, pausedSince }: CaseSummary, now: number): number {
  return vietnamCalendar.workingMs(pausedSince ?? now, dueAt);
}

function agencyOf(part: AgencySummary, summary: CaseSummary, now: number): CaseRow['agencies'][number] {
  const { agency, office, status, dueAt } = part;
  return {
    agency,
    office,
    status,
    ...(dueAt === undefined ? undefined : { dueAt: toVietnamIso(dueAt) }),
    overdue: isAgencyLate(part, summary, now),
  };
}
