export { InvalidCalendarData, InvalidCalendarInput } from './calendar.errors';
export { type CalendarYear, type DayOff } from './calendar-year';
export {
  type CalendarOptions,
  DEFAULT_OFFICE_HOURS,
  createCalendar,
  vietnamCalendar,
} from './create-calendar';
export { CALENDAR_YEARS, CULTURE_DAY_2026 } from './data';
export { type IsoDay, isIsoDay, isoDay, startOfDay } from './iso-day';
export { type OpeningSpan } from './office-hours';
export { type Outage, withOutages } from './outage-calendar';
export { type Coverage, covers, type Due, type WorkingCalendar } from './working-calendar';
