/** `GET /v1/operations/calendar`: where the calendar of the offices differs from the week. Days are `yyyy-MM-dd`, in Vietnam. */
export interface CalendarView {
  /** The days that are known, both included. */
  readonly from: string;
  readonly to: string;
  readonly daysOff: readonly DayOffView[];
  /** Saturdays worked in exchange for a weekday (ngày làm bù). */
  readonly workedSaturdays: readonly string[];
}

export interface DayOffView {
  readonly day: string;
  /** In Vietnamese, as it was announced. */
  readonly name: string;
  /** Of a year that is not decreed yet. */
  readonly provisional?: true;
}
