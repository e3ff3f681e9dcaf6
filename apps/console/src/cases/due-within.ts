import { isoDay, startOfDay, vietnamCalendar } from '@lienthong/calendar';

const DAY_MS = 86_400_000;

/** Midnight after the n-th working day from the day of `now` on; 0: today. */
export function endOfWorkingDay(now: number, n: number): number {
  return startOfDay(vietnamCalendar.addWorkingDays(isoDay(now), n)) + DAY_MS;
}
