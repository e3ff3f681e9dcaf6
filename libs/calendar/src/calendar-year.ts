import { type IsoDay } from './iso-day';

/** A day that offices are closed although it may be a weekday (ngày nghỉ lễ, nghỉ bù, hoán đổi). */
export interface DayOff {
  readonly date: IsoDay;
  /** Vietnamese name of the holiday. */
  readonly name: string;
}

/**
 * What is known about one year. Everything else is rule: Monday to Friday are working days. When a year is decreed, a file of
 * this shape in `data/` and its name in `data/index.ts` take the place of what `yearByRule` says of it.
 */
export interface CalendarYear {
  readonly year: number;
  /** Derived from the rules, not yet decreed: due times that depend on it must be shown as such. */
  readonly provisional?: true;
  /** Where the days come from. */
  readonly source: string;
  /** First day known, where the year's data begin later than 1 January. */
  readonly from?: IsoDay;
  readonly off: readonly DayOff[];
  /** Saturdays worked in exchange for a weekday (ngày làm bù). They are full working days. */
  readonly workedSaturdays: readonly IsoDay[];
}
