import { type IsoDay, dayNumberAt, formatDayNumber, parseIsoDay, startOfDayNumber } from './iso-day';
import { isWeekend, type YearData } from './year-data';

/** The day number of 1970-01-05. */
const A_MONDAY = 4;

/**
 * Every day of the data, numbered from 0 (its index), with running counts: whatever is asked about
 * working days is one or two array reads. The days before and after the data follow the plain week, without holidays, and
 * count as provisional: so nothing that is under way comes to a stop because of what time it is.
 */
export class DayTable {
  private readonly first: number;
  private readonly last: number;
  private readonly isoDays: IsoDay[] = [];
  /** [i]: working days before day i; one longer than the days. */
  private readonly workingBefore: Int32Array;
  /** [i]: days of provisional years before day i; one longer than the days. */
  private readonly provisionalBefore: Int32Array;
  /** [k]: index of the k-th working day. */
  private readonly workingDays: Int32Array;

  constructor(data: YearData) {
    const count = data.last - data.first + 1;
    const workingDays: number[] = [];
    let provisionalDays = 0;
    this.first = data.first;
    this.last = data.last;
    this.workingBefore = new Int32Array(count + 1);
    this.provisionalBefore = new Int32Array(count + 1);
    for (let index = 0; index < count; index++) {
      const day = formatDayNumber(data.first + index);
      this.isoDays.push(day);
      if (isWorkingDay(data, day, data.first + index)) workingDays.push(index);
      if (data.provisionalYears.has(day.slice(0, 4))) provisionalDays++;
      this.workingBefore[index + 1] = workingDays.length;
      this.provisionalBefore[index + 1] = provisionalDays;
    }
    this.workingDays = Int32Array.from(workingDays);
  }

  /** @throws InvalidCalendarInput */
  indexAt(instant: number): number {
    return dayNumberAt(instant) - this.first;
  }

  /** @throws InvalidCalendarInput */
  indexOf(day: IsoDay): number {
    return parseIsoDay(day) - this.first;
  }

  isoDay(index: number): IsoDay {
    return this.isoDays[index] ?? formatDayNumber(this.first + index);
  }

  /** Epoch ms of the day's midnight in Vietnam. */
  startOf(index: number): number {
    return startOfDayNumber(this.first + index);
  }

  get covered(): { readonly from: IsoDay; readonly to: IsoDay } {
    return { from: formatDayNumber(this.first), to: formatDayNumber(this.last) };
  }

  isWorking(index: number): boolean {
    return this.rank(index + 1) > this.rank(index);
  }

  /** Working days before the day: also the rank (k) of the first working day at or after it. */
  rank(index: number): number {
    const known = this.workingBefore[index];
    if (known !== undefined) return known;
    const day = this.first + index;
    return index < 0
      ? weekdaysBefore(day) - weekdaysBefore(this.first)
      : this.workingDays.length + weekdaysBefore(day) - weekdaysBefore(this.last + 1);
  }

  /** The k-th working day; before the data for a negative k. */
  workingDay(rank: number): number {
    const known = this.workingDays[rank];
    if (known !== undefined) return known;
    const weekday =
      rank < 0
        ? weekdayAt(rank + weekdaysBefore(this.first))
        : weekdayAt(rank - this.workingDays.length + weekdaysBefore(this.last + 1));
    return weekday - this.first;
  }

  /** Whether any day from `from` to `to` (inclusive) is of a provisional year. */
  touchesProvisional(from: number, to: number): boolean {
    if (from < 0 || this.first + to > this.last) return true;
    return (this.provisionalBefore[to + 1] ?? 0) > (this.provisionalBefore[from] ?? 0);
  }
}

/** A worked Saturday is a working day; otherwise Monday to Friday but for the days off. */
function isWorkingDay(data: YearData, day: IsoDay, dayNumber: number): boolean {
  if (data.workedSaturdays.has(day)) return true;
  return !isWeekend(dayNumber) && !data.closed.has(day);
}

/** Mondays to Fridays before the day, counted from a fixed Monday. */
function weekdaysBefore(dayNumber: number): number {
  const weeks = Math.floor((dayNumber - A_MONDAY) / 7);
  return weeks * 5 + Math.min(5, dayNumber - A_MONDAY - weeks * 7);
}

/** The day before which so many Mondays to Fridays lie: the inverse of {@link weekdaysBefore}. */
function weekdayAt(count: number): number {
  return A_MONDAY + Math.floor(count / 5) * 7 + (((count % 5) + 5) % 5);
}
