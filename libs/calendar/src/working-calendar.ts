import { isoDay, type IsoDay } from './iso-day';

/** When something is due (hẹn trả), epoch ms. */
export interface Due {
  readonly dueAt: number;
  /** The days counted lie partly in a year that is not decreed yet, or not known at all: show it beside the due time. */
  readonly provisional: boolean;
}

/** The days whose holidays are known, decreed or by rule; both included. */
export interface Coverage {
  readonly from: IsoDay;
  readonly to: IsoDay;
}

/** Whether the holidays of the day that holds `instant` (epoch ms) are known. */
export function covers({ from, to }: Coverage, instant: number): boolean {
  const day = isoDay(instant);
  return from <= day && day <= to;
}

/**
 * Working time of the offices (thời gian làm việc) in Vietnam. Instants are epoch ms, durations ms of office hours.
 *
 * Outside the data it goes by the plain week, Monday to Friday without holidays, and what is due by that is provisional: no
 * moment stops what is under way, and whoever begins something new looks at `covered` first. Every operation throws
 * `InvalidCalendarInput` for what is no instant, day, duration or whole number of days.
 * A worked Saturday (ngày làm bù) is a working day like any other: a filing before the cut-off has it as day 0.
 */
export interface WorkingCalendar {
  readonly covered: Coverage;

  isWorkingDay(day: IsoDay): boolean;

  /** Day 0 of a filing at `instant`: that day, or the next working day when at/after the cut-off (15:00) or not a working day. */
  dayZero(instant: number): IsoDay;

  /** The due time (17:00) of the n-th working day after day 0 of `instant`; 0 is the same-day limit. */
  limit(instant: number, workingDays: number): Due;

  /**
   * A due time after a pause, in which the applicant owed a supplement and the clock stood still.
   * What was left at `pausedAt` is the n for which `limit(pausedAt, n)` is `dueAt`; the answer is `limit(resumedAt, n)`.
   * So a pause that crosses no cut-off changes nothing, two pauses add up, and the answer is never before `dueAt`.
   * When only part of the due day was left, after its cut-off, n is 0. A due time already missed at `pausedAt` stays.
   */
  resume(dueAt: number, pausedAt: number, resumedAt: number): Due;

  /** Office hours in [from, to); negative when `to` lies before `from`, so that spans add up in any order. */
  workingMs(from: number, to: number): number;

  /**
   * The earliest instant t ≥ `from` with `workingMs(from, t) === ms`; for 0 the next opening of `from`.
   * Work that fills a day ends at closing time, not at the next opening.
   */
  addWorkingMs(from: number, ms: number): number;

  /** `instant` itself within office hours (opening inclusive, closing exclusive), else when offices open next. */
  nextOpening(instant: number): number;

  /** The n-th working day after `day` (before it for a negative n); `day` itself for 0, working or not. */
  addWorkingDays(day: IsoDay, n: number): IsoDay;

  /** Working days in (from, to]; negative when `to` lies before `from`. */
  workingDaysBetween(from: IsoDay, to: IsoDay): number;
}
