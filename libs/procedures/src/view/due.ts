import { type WorkingCalendar } from '@lienthong/calendar';

/** Office hours of one working day (ms). */
const WORKING_DAY_MS = 8 * 3_600_000;

/** Overdue (quá hạn) from the instant after the due time on, whether offices are open then or not. */
export function isAfterDue(at: number, dueAt: number): boolean {
  return at > dueAt;
}

/**
 * Office hours (ms) left of a limit at `at`, negative after the due time. Never more than the limit itself: what is left of
 * the day of filing (and, filed after the cut-off or on a day off, of the day after) comes before the first day of the limit,
 * and is nobody's debt. A limit of 0 days ends the same day: it has what is left of day 0.
 * @param limitWorkingDays undefined where none is known
 */
export function workingMsLeft(
  at: number,
  dueAt: number,
  limitWorkingDays: number | undefined,
  calendar: WorkingCalendar,
): number {
  const left = calendar.workingMs(at, dueAt);
  return limitWorkingDays === undefined
    ? left
    : Math.min(left, Math.max(1, limitWorkingDays) * WORKING_DAY_MS);
}
