import { type WorkingCalendar } from '@lienthong/calendar';
import { type Segment } from '@lienthong/contracts';

/** Office hours in which the applicant, not an agency, had the case (ms); agencies that waited side by side count once. */
export function pausedWorkingMs(segments: readonly Segment[], calendar: WorkingCalendar): number {
  const waits = segments.filter(({ kind }) => kind === 'applicant').sort((a, b) => a.from - b.from);
  let sum = 0;
  let until = -Infinity;
  for (const { from, to } of waits) {
    if (to > until) sum += calendar.workingMs(Math.max(from, until), to);
    until = Math.max(until, to);
  }
  return sum;
}
