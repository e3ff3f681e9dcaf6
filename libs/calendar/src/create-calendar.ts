import { InvalidCalendarData } from './calendar.errors';
import { type CalendarYear, type DayOff } from './calendar-year';
import { CALENDAR_YEARS } from './data';
import { DayTable } from './day-table';
import { OfficeHours, type OpeningSpan, parseTimeOfDay } from './office-hours';
import { TableCalendar } from './table-calendar';
import { type WorkingCalendar } from './working-calendar';
import { joinYears } from './year-data';

/** What differs between provinces and scenarios. Times of day are `HH:mm` local time. */
export interface CalendarOptions {
  /** Consecutive years; default {@link CALENDAR_YEARS}. */
  readonly years?: readonly CalendarYear[];
  /** Default {@link DEFAULT_OFFICE_HOURS}. Some provinces have 07:00–11:30, 13:30–17:00. */
  readonly officeHours?: readonly OpeningSpan[];
  /** A filing at or after it has the next working day as day 0; default 15:00. */
  readonly cutoff?: string;
  /** When a limit's last day ends; default 17:00. */
  readonly dueTime?: string;
  /** Further days off, such as `CULTURE_DAY_2026`. */
  readonly extraDays?: readonly DayOff[];
}

export const DEFAULT_OFFICE_HOURS: readonly OpeningSpan[] = [
  { opens: '07:30', closes: '11:30' },
  { opens: '13:00', closes: '17:00' },
];

/**
 * A working-time calendar. All tables are computed here, once; its operations then take constant time.
 * @throws InvalidCalendarData when the data or the options contradict themselves
 */
export function createCalendar(options: CalendarOptions = {}): WorkingCalendar {
  const cutoff = parseTimeOfDay(options.cutoff ?? '15:00');
  const dueTime = parseTimeOfDay(options.dueTime ?? '17:00');
  if (cutoff > dueTime)
    throw new InvalidCalendarData('the cut-off must not lie after the due time of the day');
  const table = new DayTable(joinYears(options.years ?? CALENDAR_YEARS, options.extraDays ?? []));
  return new TableCalendar(
    table,
    new OfficeHours(options.officeHours ?? DEFAULT_OFFICE_HOURS),
    cutoff,
    dueTime,
  );
}

/** Office hours 07:30–11:30 and 13:00–17:00, cut-off 15:00, due 17:00; 2023-07-01 to 2050-12-31, of which the years after 2026 are provisional. */
export const vietnamCalendar: WorkingCalendar = createCalendar();
