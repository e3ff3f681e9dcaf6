import { dayOfNumber } from '../read-model/day-number';

/** Monday is 0; 1970-01-01 was a Thursday. */
const weekday = (day: number): number => (((day + 3) % 7) + 7) % 7;

/** `2026-11-16` of a day number. */
export function dayKey(day: number): string {
  return dayOfNumber(day);
}

/** `2026-11`. */
export function monthKey(day: number): string {
  return dayOfNumber(day).slice(0, 7);
}

/** The ISO week, `2026-W47`: it belongs to the year of its Thursday. */
export function weekKey(day: number): string {
  const thursday = day - weekday(day) + 3;
  const year = dayOfNumber(thursday).slice(0, 4);
  const dayOfYear = (Date.parse(dayOfNumber(thursday)) - Date.parse(`${year}-01-01`)) / 86_400_000;
  return `${year}-W${String(Math.floor(dayOfYear / 7) + 1).padStart(2, '0')}`;
}
