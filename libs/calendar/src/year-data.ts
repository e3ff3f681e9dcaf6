import { InvalidCalendarData } from './calendar.errors';
import { type CalendarYear, type DayOff } from './calendar-year';
import { type IsoDay, isIsoDay, parseIsoDay } from './iso-day';

/** The years' data as one: what is known of every day from `first` to `last` (day numbers, inclusive). */
export interface YearData {
  readonly first: number;
  readonly last: number;
  readonly closed: ReadonlySet<IsoDay>;
  readonly workedSaturdays: ReadonlySet<IsoDay>;
  readonly provisionalYears: ReadonlySet<string>;
}

/**
 * Joins and checks the years.
 * @throws InvalidCalendarData when years leave a gap, or a day is impossible, misplaced, listed twice, or both off and worked
 */
export function joinYears(years: readonly CalendarYear[], extraDays: readonly DayOff[]): YearData {
  const [start] = years;
  const end = years.at(-1);
  if (!start || !end) throw new InvalidCalendarData('a calendar needs at least one year');
  const first = startOfData(start);
  const last = parseIsoDay(`${end.year}-12-31`);
  const closed = new Set<IsoDay>();
  const workedSaturdays = new Set<IsoDay>();
  years.forEach((year, at) => {
    if (year.year !== start.year + at)
      throw new InvalidCalendarData(`years must follow each other: ${year.year}`);
    if (at > 0 && year.from !== undefined)
      throw new InvalidCalendarData(`only the first year may begin late: ${year.year}`);
    for (const { date } of year.off) addOnce(closed, checkedDay(year, date));
    for (const date of year.workedSaturdays) addOnce(workedSaturdays, checkedSaturday(year, date));
  });
  for (const { date } of extraDays) {
    if (!isIsoDay(date) || parseIsoDay(date) < first || parseIsoDay(date) > last) {
      throw new InvalidCalendarData(`extra day outside the data: ${date}`);
    }
    closed.add(date);
  }
  for (const day of workedSaturdays) {
    if (closed.has(day)) throw new InvalidCalendarData(`both off and worked: ${day}`);
  }
  const provisionalYears = new Set(years.filter((year) => year.provisional).map((year) => `${year.year}`));
  return { first, last, closed, workedSaturdays, provisionalYears };
}

/** 0 Sunday … 6 Saturday; day number 0 (1970-01-01) is a Thursday. */
export function weekday(dayNumber: number): number {
  return (((dayNumber + 4) % 7) + 7) % 7;
}

export function isWeekend(dayNumber: number): boolean {
  return weekday(dayNumber) === 0 || weekday(dayNumber) === 6;
}

function startOfData(year: CalendarYear): number {
  return parseIsoDay(year.from === undefined ? `${year.year}-01-01` : checkedDay(year, year.from));
}

function checkedDay(year: CalendarYear, day: IsoDay): IsoDay {
  if (!isIsoDay(day) || !day.startsWith(`${year.year}-`) || (year.from !== undefined && day < year.from)) {
    throw new InvalidCalendarData(`not a day of the data of ${year.year}: ${day}`);
  }
  return day;
}

function checkedSaturday(year: CalendarYear, day: IsoDay): IsoDay {
  if (weekday(parseIsoDay(checkedDay(year, day))) === 6) return day;
  throw new InvalidCalendarData(`a worked Saturday must be a Saturday: ${day}`);
}

function addOnce(days: Set<IsoDay>, day: IsoDay): void {
  if (days.has(day)) throw new InvalidCalendarData(`listed twice: ${day}`);
  days.add(day);
}
