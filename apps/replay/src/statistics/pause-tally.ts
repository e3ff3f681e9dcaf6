import { DurationCounts } from './duration-counts';
import { type PauseSummary } from './statistics-summary';
import { CALENDAR_DAY_MS, WORKING_DAY_MS } from './units';

/** Waits for the applicant, of the ended cases of one group. */
export class PauseTally {
  private ended = 0;
  private readonly calendar = new DurationCounts(4);
  private readonly working = new DurationCounts(4);

  /** @param calendarMs 0 where the case never waited */
  add(calendarMs: number, workingMs: number): void {
    this.ended++;
    if (calendarMs === 0) return;
    this.calendar.add(calendarMs);
    this.working.add(workingMs);
  }

  summary(): Omit<PauseSummary, 'procedureGroup'> {
    const cases = this.calendar.count;
    return {
      cases,
      share: cases / this.ended,
      workingDays: this.working.spread(WORKING_DAY_MS),
      calendarDays: this.calendar.spread(CALENDAR_DAY_MS),
    };
  }
}
