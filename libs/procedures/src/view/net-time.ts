import { type WorkingCalendar } from '@lienthong/calendar';
import { type NetTime } from '@lienthong/contracts';
import { type Span, unionOf } from './applicant-waits';

/**
 * What of the office hours of a span counts against its limit (thời gian giải quyết) and what was the applicant's. The one
 * place where this is worked out: every figure of the project that stands beside a limit is its `netWorkingMs`.
 *
 * @param span of a whole case from the filing, of an agency's part from where its clock began
 * @param waits when the applicant owed a supplement; those that overlap count once
 */
export function netTime({ from, to }: Span, waits: readonly Span[], calendar: WorkingCalendar): NetTime {
  const workingMs = calendar.workingMs(from, to);
  let applicantWorkingMs = 0;
  for (const wait of unionOf(waits)) {
    const [since, until] = [Math.max(from, wait.from), Math.min(to, wait.to)];
    if (until > since) applicantWorkingMs += calendar.workingMs(since, until);
  }
  return { workingMs, netWorkingMs: workingMs - applicantWorkingMs, applicantWorkingMs };
}
