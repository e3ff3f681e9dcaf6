import { type DatePrecision } from '@lienthong/contracts';

export const DATE_PRECISIONS: readonly DatePrecision[] = ['year', 'month', 'day'];

const PRECISION_OF_LENGTH: Readonly<Record<number, DatePrecision>> = { 4: 'year', 7: 'month', 10: 'day' };

/** What an ISO date that may lack its end tells: `1935`, `1935-06` or `1935-06-20`. Undefined for another length. */
export function precisionOf(date: string): DatePrecision | undefined {
  return PRECISION_OF_LENGTH[date.length];
}

/**
 * Compares two local ISO times as far as both are known: negative when `a` is surely before `b`, positive when surely
 * after, 0 when they may be the same.
 */
export function compareKnown(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  const left = a.slice(0, shared);
  const right = b.slice(0, shared);
  return left === right ? 0 : left < right ? -1 : 1;
}

/** Completed years of age, the least and the most that what is known allows. */
export interface AgeRange {
  readonly min: number;
  readonly max: number;
}

/**
 * How old somebody was at `at`, in completed years; negative for a time before the birth.
 * @param born and `at`: ISO, as far as they are known (at least the year)
 */
export function ageRange(born: string, at: string): AgeRange {
  const years = Number(at.slice(0, 4)) - Number(born.slice(0, 4));
  const birthday = born.slice(5, 10);
  const day = at.slice(5, 10);
  const shared = Math.min(birthday.length, day.length);
  const order = shared === 0 ? 0 : compareKnown(day, birthday);
  if (order < 0) return { min: years - 1, max: years - 1 };
  if (order > 0) return { min: years, max: years };
  const certain = birthday.length === 5 && day.length === 5;
  return { min: certain ? years : years - 1, max: years };
}
