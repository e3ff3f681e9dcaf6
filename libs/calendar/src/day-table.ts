import { CalendarYearMissing } from './calendar.errors';
import {
  type IsoDay,
  dayNumberAt,
  formatDayNumber,
  parseIsoDay,
  startOfDayNumber,
  yearOfDayNumber,
} from './iso-day';
import { type YearData, weekday } from './year-data';

/**
 * Every day of the data, numbered from 0 (its index), with running counts: whatever is asked about
 * working days is one or two array reads.
 */
export class DayTable {
  private readonly first: number;
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

  /** @throws CalendarYearMissing | InvalidCalendarInput */
  indexAt(instant: number): number {
    return this.index(dayNumberAt(instant));
  }

  /** @throws CalendarYearMissing | InvalidCalendarInput */
  indexOf(day: IsoDay): number {
    return this.index(parseIsoDay(day));
  }

  isoDay(index: number): IsoDay {
    return this.isoDays[index] ?? formatDayNumber(this.first + index);
  }

  /** Epoch ms of the day's midnight in Vietnam. */
  startOf(index: number): number {
    return startOfDayNumber(this.first + index);
  }

  isWorking(index: number): boolean {
    return this.rank(index + 1) > this.rank(index);
  }

  /** Working days before the day: also the rank (k) of the first working day at or after it. */
  rank(index: number): number {
    return this.workingBefore[index] ?? 0;
  }

  /**
   * The k-th working day.
   * @throws CalendarYearMissing when it lies outside the data
   */
  workingDay(rank: number): number {
    const index = this.workingDays[rank];
    if (index === undefined) throw this.missing(rank < 0 ? this.first - 1 : this.first + this.isoDays.length);
    return index;
  }

  /** Whether any day from `from` to `to` (inclusive) is of a provisional year. */
  touchesProvisional(from: number, to: number): boolean {
    return (this.provisionalBefore[to + 1] ?? 0) > (this.provisionalBefore[from] ?? 0);
  }

  private index(dayNumber: number): number {
    const index = dayNumber - this.first;
    if (index >= 0 && index < this.isoDays.length) return index;
    throw this.missing(dayNumber);
  }

  private missing(dayNumber: number): CalendarYearMissing {
    const covered = `${this.isoDay(0)} to ${this.isoDay(this.isoDays.length - 1)}`;
    return new CalendarYearMissing(yearOfDayNumber(dayNumber), covered);
  }
}

/** A worked Saturday is a working day; otherwise Monday to Friday but for the days off. */
function isWorkingDay(data: YearData, day: IsoDay, dayNumber: number): boolean {
  if (data.workedSaturdays.has(day)) return true;
  const weekend = weekday(dayNumber) === 0 || weekday(dayNumber) === 6;
  return !weekend && !data.closed.has(day);
}
