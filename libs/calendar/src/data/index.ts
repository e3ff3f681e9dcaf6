import { type CalendarYear } from '../calendar-year';
import { YEAR_2023 } from './2023';
import { YEAR_2024 } from './2024';
import { YEAR_2025 } from './2025';
import { YEAR_2026 } from './2026';
import { YEAR_2027 } from './2027';

export { CULTURE_DAY_2026 } from './2026';

export const CALENDAR_YEARS: readonly CalendarYear[] = [
  YEAR_2023,
  YEAR_2024,
  YEAR_2025,
  YEAR_2026,
  YEAR_2027,
];
