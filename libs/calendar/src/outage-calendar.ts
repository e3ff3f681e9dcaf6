import { type IsoDay } from './iso-day';
import { type Coverage, type Due, type WorkingCalendar } from './working-calendar';

/** A time in which an office's system is away (sự cố hệ thống), epoch ms: `from` inclusive, `to` exclusive. */
export interface Outage {
  readonly from: number;
  readonly to: number;
}

/** `calendar` as an office lives it that loses its working time in `outages`; `calendar` itself where there are none. */
export function withOutages(calendar: WorkingCalendar, outages: readonly Outage[]): WorkingCalendar {
  const joined = join(outages);
  return joined.length === 0 ? calendar : new OutageCalendar(calendar, joined);
}

/**
 * Working time with holes: nothing is taken up in an outage, and what is in hand goes on after it. Days, limits and
 * pauses stay those of the calendar: the law knows no outages.
 */
class OutageCalendar implements WorkingCalendar {
  /** `outages` in order, and apart from one another. */
  constructor(
    private readonly calendar: WorkingCalendar,
    private readonly outages: readonly Outage[],
  ) {}

  get covered(): Coverage {
    return this.calendar.covered;
  }

  isWorkingDay(day: IsoDay): boolean {
    return this.calendar.isWorkingDay(day);
  }

  dayZero(instant: number): IsoDay {
    return this.calendar.dayZero(instant);
  }

  limit(instant: number, workingDays: number): Due {
    return this.calendar.limit(instant, workingDays);
  }

  resume(dueAt: number, pausedAt: number, resumedAt: number): Due {
    return this.calendar.resume(dueAt, pausedAt, resumedAt);
  }

  workingMs(from: number, to: number): number {
    if (to < from) return -this.workingMs(to, from);
    let total = this.calendar.workingMs(from, to);
    for (const outage of this.outages) {
      const lostFrom = Math.max(from, outage.from);
      const lostTo = Math.min(to, outage.to);
      if (lostFrom < lostTo) total -= this.calendar.workingMs(lostFrom, lostTo);
    }
    return total;
  }

  addWorkingMs(from: number, ms: number): number {
    if (ms === 0) return this.nextOpening(from);
    let start = from;
    let left = ms;
    for (const outage of this.outages) {
      if (outage.to <= start) continue;
      const before = outage.from > start ? this.calendar.workingMs(start, outage.from) : 0;
      if (left <= before) break;
      left -= before;
      start = outage.to;
    }
    return this.calendar.addWorkingMs(start, left);
  }

  nextOpening(instant: number): number {
    let opening = this.calendar.nextOpening(instant);
    for (const { from, to } of this.outages) {
      if (from <= opening && opening < to) opening = this.calendar.nextOpening(to);
    }
    return opening;
  }

  addWorkingDays(day: IsoDay, n: number): IsoDay {
    return this.calendar.addWorkingDays(day, n);
  }

  workingDaysBetween(from: IsoDay, to: IsoDay): number {
    return this.calendar.workingDaysBetween(from, to);
  }
}

/** In order, with those that touch or overlap made one, and without empty ones. */
function join(outages: readonly Outage[]): readonly Outage[] {
  const joined: Outage[] = [];
  for (const outage of [...outages].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (outage.to <= outage.from) continue;
    if (last && outage.from <= last.to)
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, outage.to) };
    else joined.push(outage);
  }
  return joined;
}
