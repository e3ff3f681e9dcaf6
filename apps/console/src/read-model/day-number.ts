import { isoDay, startOfDay } from '@lienthong/calendar';

const DAY_MS = 86_400_000;
const FIRST = startOfDay('1970-01-01');

/** Days from 1970-01-01 to the day in Vietnam that holds the instant. */
export function dayNumber(instant: number): number {
  return Math.round((startOfDay(isoDay(instant)) - FIRST) / DAY_MS);
}

/** The day of a day number, `yyyy-MM-dd`. */
export function dayOfNumber(day: number): string {
  return isoDay(FIRST + day * DAY_MS);
}
