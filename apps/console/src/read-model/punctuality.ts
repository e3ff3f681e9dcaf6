import { brokenAfter, isAfterDue, POLICIES } from '@lienthong/procedures';
import { type AgencySummary, type CaseSummary } from './case-record';

/** Whether a case's working clock stands still (tạm dừng tính thời hạn). */
export function isPaused({ pausedSince }: CaseSummary): boolean {
  return pausedSince !== undefined;
}

/** Open: it has not ended yet. Work after issue does not open it again. */
export function isOpen({ finishedAt }: CaseSummary): boolean {
  return finishedAt === undefined;
}

/** The instant after which a case is overdue; undefined when it never will be, as it is: paused in time, ended in time. */
export function overdueAfter({ dueAt, pausedSince, finishedAt }: CaseSummary): number | undefined {
  const stoodStill = finishedAt ?? pausedSince;
  return stoodStill === undefined || stoodStill > dueAt ? dueAt : undefined;
}

/** Whether an agency was, or at `now` is, late with its part (quá hạn). */
export function isAgencyLate(part: AgencySummary, { policy }: CaseSummary, now: number): boolean {
  const { late, asked, dueAt, finishedAt, status } = part;
  if (late || asked > POLICIES[policy].supplement.maxRequests) return true;
  if (dueAt === undefined) return false;
  return finishedAt === undefined ? status === 'in-progress' && isAfterDue(now, dueAt) : finishedAt > dueAt;
}

/** The due time of a step that an agency works on; undefined while nobody works on it. */
export function stepDue({ status, dueAt }: AgencySummary, summary: CaseSummary): number | undefined {
  return isOpen(summary) && status === 'in-progress' ? dueAt : undefined;
}

/** The instant after which the new date of an agency's apology counts as broken; undefined where it was kept, or held up by the applicant. */
export function promiseBrokenAfter({
  apology,
  waits = [],
  finishedAt = Infinity,
}: AgencySummary): number | undefined {
  const after = apology && brokenAfter(apology, waits);
  return after !== undefined && finishedAt > after ? after : undefined;
}
