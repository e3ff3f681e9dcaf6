import { type CalendarYear } from '../calendar-year';
import { YEAR_2023 } from './2023';
import { YEAR_2024 } from './2024';
import { YEAR_2025 } from './2025';
import { YEAR_2026 } from './2026';
import { LUNAR_DAYS } from './lunar-days';
import { yearByRule } from './year-by-rule';

export { CULTURE_DAY_2026 } from './2026';

/** A year is added here once its days off are decreed. */
const DECREED: readonly CalendarYear[] = [YEAR_2023, YEAR_2024, YEAR_2025, YEAR_2026];
const LAST_DECREED = Math.max(...DECREED.map(({ year }) => year));

/** The decreed years, and then those that follow from the rule. */
export const CALENDAR_YEARS: readonly CalendarYear[] = [
  ...DECREED,
  ...LUNAR_DAYS.filter(([year]) => year > LAST_DECREED).map((days) => yearByRule(...days)),
];
