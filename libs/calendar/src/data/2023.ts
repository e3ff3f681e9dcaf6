import { type CalendarYear } from '../calendar-year';

/** Second half only: the electronic service runs nationwide from 10/7/2023. */
export const YEAR_2023: CalendarYear = {
  year: 2023,
  from: '2023-07-01',
  source: 'National Day 2023: 2 September is a Saturday, compensated on Monday; from general knowledge',
  off: [
    { date: '2023-09-01', name: 'Quốc khánh' },
    { date: '2023-09-02', name: 'Quốc khánh' },
    { date: '2023-09-04', name: 'Nghỉ bù Quốc khánh' },
  ],
  workedSaturdays: [],
};
