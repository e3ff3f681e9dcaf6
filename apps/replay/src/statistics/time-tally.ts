import { DurationCounts } from './duration-counts';
import { type TimeSummary } from './statistics-summary';
import { CALENDAR_DAY_MS, WORKING_DAY_MS } from './units';

/** How long one case, or one agency's part of it, took and how the KPI rules judge it. */
export interface Measured {
  /** Office hours without the time the applicant owed a supplement (ms). */
  readonly workingMs: number;
  readonly calendarMs: number;
  readonly limitWorkingDays: number;
  /** Undefined where the KPI rules do not judge it. */
  readonly onTime: boolean | undefined;
}

/** Adds up what has ended, of one row of a table. */
export class TimeTally {
  private readonly working: DurationCounts;
  private readonly calendar = new DurationCounts(3);
  private least = Infinity;
  private most = 0;
  private judged = 0;
  private late = 0;

  /** @param digits precision of the working days, see {@link DurationCounts} */
  constructor(digits: 3 | 4) {
    this.working = new DurationCounts(digits);
  }

  add({ workingMs, calendarMs, limitWorkingDays, onTime }: Measured): void {
    this.working.add(workingMs);
    this.calendar.add(calendarMs);
    this.least = Math.min(this.least, limitWorkingDays);
    this.most = Math.max(this.most, limitWorkingDays);
    if (onTime === undefined) return;
    this.judged++;
    if (!onTime) this.late++;
  }

  summary(): TimeSummary {
    const { judged, late } = this;
    return {
      cases: this.working.count,
      workingDays: this.working.spread(WORKING_DAY_MS),
      calendarDays: this.calendar.spread(CALENDAR_DAY_MS),
      limitWorkingDays: { least: Math.min(this.least, this.most), most: this.most },
      judged,
      late,
      onTimeShare: judged === 0 ? null : (judged - late) / judged,
    };
  }
}
