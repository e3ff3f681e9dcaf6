import { InvalidCalendarInput } from './calendar.errors';
import { type DayTable } from './day-table';
import { type IsoDay } from './iso-day';
import { type OfficeHours } from './office-hours';
import { type Coverage, type Due, type WorkingCalendar } from './working-calendar';

/**
 * Working time laid end to end: an instant's position is the office hours from the start of the data up to
 * it, so spans are differences of positions and moving on is an addition.
 */
export class TableCalendar implements WorkingCalendar {
  /** `cutoff` and `dueTime` in ms since midnight. */
  constructor(
    private readonly days: DayTable,
    private readonly hours: OfficeHours,
    private readonly cutoff: number,
    private readonly dueTime: number,
  ) {}

  get covered(): Coverage {
    return this.days.covered;
  }

  isWorkingDay(day: IsoDay): boolean {
    return this.days.isWorking(this.days.indexOf(day));
  }

  dayZero(instant: number): IsoDay {
    return this.days.isoDay(this.days.workingDay(this.rankOfDayZero(instant)));
  }

  limit(instant: number, workingDays: number): Due {
    if (!Number.isInteger(workingDays) || workingDays < 0) {
      throw new InvalidCalendarInput(`not a whole number of working days: ${workingDays}`);
    }
    return this.due(instant, this.rankOfDayZero(instant) + workingDays);
  }

  resume(dueAt: number, pausedAt: number, resumedAt: number): Due {
    const dueDay = this.days.indexAt(dueAt);
    if (!(resumedAt >= pausedAt)) throw new InvalidCalendarInput(`a pause from ${pausedAt} to ${resumedAt}`);
    if (pausedAt > dueAt) return { dueAt, provisional: this.days.touchesProvisional(dueDay, dueDay) };
    const left = this.days.rank(dueDay + 1) - 1 - this.rankOfDayZero(pausedAt);
    const due = this.due(pausedAt, this.rankOfDayZero(resumedAt) + Math.max(left, 0));
    return due.dueAt >= dueAt ? due : { dueAt, provisional: due.provisional };
  }

  workingMs(from: number, to: number): number {
    return this.position(to) - this.position(from);
  }

  addWorkingMs(from: number, ms: number): number {
    if (!(ms >= 0 && ms < Infinity)) throw new InvalidCalendarInput(`not a duration in ms: ${ms}`);
    if (ms === 0) return this.nextOpening(from);
    const position = this.position(from) + ms;
    const rank = Math.ceil(position / this.hours.msPerDay) - 1;
    const timeOfDay = this.hours.timeAfter(position - rank * this.hours.msPerDay);
    return this.days.startOf(this.days.workingDay(rank)) + timeOfDay;
  }

  nextOpening(instant: number): number {
    const day = this.days.indexAt(instant);
    const start = this.days.startOf(day);
    const opening = this.days.isWorking(day) ? this.hours.nextOpening(instant - start) : undefined;
    if (opening !== undefined) return start + opening;
    return this.days.startOf(this.days.workingDay(this.days.rank(day + 1))) + this.hours.firstOpening;
  }

  addWorkingDays(day: IsoDay, n: number): IsoDay {
    if (!Number.isInteger(n)) throw new InvalidCalendarInput(`not a whole number of working days: ${n}`);
    const index = this.days.indexOf(day);
    if (n === 0) return day;
    const rank = n > 0 ? this.days.rank(index + 1) + n - 1 : this.days.rank(index) + n;
    return this.days.isoDay(this.days.workingDay(rank));
  }

  workingDaysBetween(from: IsoDay, to: IsoDay): number {
    return this.days.rank(this.days.indexOf(to) + 1) - this.days.rank(this.days.indexOf(from) + 1);
  }

  private rankOfDayZero(instant: number): number {
    const day = this.days.indexAt(instant);
    const beforeCutoff = instant - this.days.startOf(day) < this.cutoff;
    return this.days.rank(beforeCutoff ? day : day + 1);
  }

  private due(since: number, rank: number): Due {
    const day = this.days.workingDay(rank);
    return {
      dueAt: this.days.startOf(day) + this.dueTime,
      provisional: this.days.touchesProvisional(this.days.indexAt(since), day),
    };
  }

  private position(instant: number): number {
    const day = this.days.indexAt(instant);
    const today = this.days.isWorking(day) ? this.hours.before(instant - this.days.startOf(day)) : 0;
    return this.days.rank(day) * this.hours.msPerDay + today;
  }
}
