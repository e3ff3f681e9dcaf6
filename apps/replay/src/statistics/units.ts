/** A working day (ngày làm việc) has eight office hours (ms). */
export const WORKING_DAY_MS = 8 * 3_600_000;
/** A calendar day (ms). */
export const CALENDAR_DAY_MS = 24 * 3_600_000;
export const HOUR_MS = 3_600_000;
