import { type FieldErrorCode } from '@lienthong/platform';

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const DURATION =
  /^P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,8})M)?(?:(\d{1,9})(?:\.(\d{1,3}))?S)?)?$/;
const WITH_YEARS_OR_MONTHS = /^P(?:\d+Y(?:\d+M)?|\d+M)(?:\d+[WD])*(?:T.*)?$/;

/** One jump of the clock at most: a year and a day. */
export const MAX_DURATION_MS = 366 * DAY_MS;

export type ParsedDuration = { readonly ms: number } | { readonly code: FieldErrorCode };

/** An ISO 8601 duration in weeks, days, hours, minutes and seconds, as ms. Years and months have no fixed length. */
export function parseDuration(text: string): ParsedDuration {
  const match = DURATION.exec(text);
  if (!match || text.endsWith('T') || text === 'P') {
    return { code: WITH_YEARS_OR_MONTHS.test(text) ? 'duration-not-exact' : 'not-a-duration' };
  }
  const [weeks, days, hours, minutes, seconds] = match.slice(1, 6).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const fraction = Number((match[6] ?? '').padEnd(3, '0'));
  const ms =
    (weeks * 7 + days) * DAY_MS + hours * HOUR_MS + minutes * MINUTE_MS + seconds * SECOND_MS + fraction;
  return ms > MAX_DURATION_MS ? { code: 'duration-too-long' } : { ms };
}
