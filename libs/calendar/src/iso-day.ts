import { InvalidCalendarInput } from './calendar.errors';

const { floor } = Math;

/** A calendar day in Vietnam, `yyyy-MM-dd`. */
export type IsoDay = string;

export const DAY_MS = 86_400_000;

/** Vietnam is UTC+7 all the year round, so a local day is plain integer arithmetic: no `Date`, no `Intl`. */
const UTC_OFFSET_MS = 7 * 3_600_000;

const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const FIRST_DAY_NUMBER = civilToDayNumber(0, 1, 1);
const LAST_DAY_NUMBER = civilToDayNumber(9999, 12, 31);

/**
 * The day in Vietnam that holds `instant` (epoch ms).
 * @throws InvalidCalendarInput for a non-finite instant or one outside the years 0000–9999
 */
export function isoDay(instant: number): IsoDay {
  return formatDayNumber(dayNumberAt(instant));
}

/**
 * Midnight in Vietnam at which `day` begins, epoch ms.
 * @throws InvalidCalendarInput when `day` is no calendar day
 */
export function startOfDay(day: IsoDay): number {
  return startOfDayNumber(parseIsoDay(day));
}

/** Whether `text` is `yyyy-MM-dd` and a day that exists. */
export function isIsoDay(text: string): boolean {
  return !Number.isNaN(readIsoDay(text));
}

/**
 * Days from 1970-01-01 to the day in Vietnam that holds `instant` (epoch ms).
 * @throws InvalidCalendarInput as {@link isoDay}
 */
export function dayNumberAt(instant: number): number {
  const dayNumber = floor((instant + UTC_OFFSET_MS) / DAY_MS);
  if (dayNumber >= FIRST_DAY_NUMBER && dayNumber <= LAST_DAY_NUMBER) return dayNumber;
  throw new InvalidCalendarInput(`not an instant in epoch ms within the years 0000–9999: ${instant}`);
}

/** Epoch ms at which the day begins in Vietnam. */
export function startOfDayNumber(dayNumber: number): number {
  return dayNumber * DAY_MS - UTC_OFFSET_MS;
}

/**
 * Days from 1970-01-01 to `day`.
 * @throws InvalidCalendarInput when `day` is no calendar day
 */
export function parseIsoDay(day: IsoDay): number {
  const dayNumber = readIsoDay(day);
  if (Number.isNaN(dayNumber)) throw new InvalidCalendarInput(`not a calendar day yyyy-MM-dd: ${day}`);
  return dayNumber;
}

/** `yyyy-MM-dd` of a day number, by the era arithmetic of the proleptic Gregorian calendar. */
export function formatDayNumber(dayNumber: number): IsoDay {
  const shifted = dayNumber + 719_468;
  const era = floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = floor(
    (dayOfEra - floor(dayOfEra / 1_460) + floor(dayOfEra / 36_524) - floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + floor(yearOfEra / 4) - floor(yearOfEra / 100));
  const marchMonth = floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${fourDigits(year)}-${twoDigits(month)}-${twoDigits(day)}`;
}

/** The day number, or NaN where `text` is no calendar day. */
function readIsoDay(text: string): number {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return NaN;
  const year = readDigits(text, 0, 4);
  const month = readDigits(text, 5, 7);
  const day = readDigits(text, 8, 10);
  // NaN fails every comparison.
  return year >= 0 && day >= 1 && day <= daysInMonth(year, month) ? civilToDayNumber(year, month, day) : NaN;
}

function readDigits(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** Counts years from March, so that the leap day is a year's last. */
function civilToDayNumber(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + floor(yearOfEra / 4) - floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : `${value}`;
}

function fourDigits(value: number): string {
  return value > 999 ? `${value}` : `${value}`.padStart(4, '0');
}
