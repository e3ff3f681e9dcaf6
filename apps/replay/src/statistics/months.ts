import { isoDay } from '@lienthong/calendar';
import { CALENDAR_DAY_MS, HOUR_MS } from './units';

const UTC_OFFSET_MS = 7 * HOUR_MS;

/** Months in Vietnam (`yyyy-MM`), worked out once a day: dossiers come in the order of filing. */
export class Months {
  private readonly byDay = new Map<number, string>();

  of(instant: number): string {
    const day = Math.floor((instant + UTC_OFFSET_MS) / CALENDAR_DAY_MS);
    let month = this.byDay.get(day);
    if (month === undefined) this.byDay.set(day, (month = isoDay(instant).slice(0, 7)));
    return month;
  }
}
