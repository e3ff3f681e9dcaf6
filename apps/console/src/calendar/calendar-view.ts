import { type CalendarYear } from '@lienthong/calendar';
import { type CalendarView } from '@lienthong/contracts';

/** The years as the page reads them; they follow each other. */
export function calendarView(years: readonly CalendarYear[]): CalendarView {
  const [first] = years;
  const last = years.at(-1);
  return {
    from: first?.from ?? `${first?.year}-01-01`,
    to: `${last?.year}-12-31`,
    daysOff: years.flatMap(({ off, provisional }) =>
      off.map(({ date, name }) => ({ day: date, name, ...(provisional && { provisional }) })),
    ),
    workedSaturdays: years.flatMap(({ workedSaturdays }) => workedSaturdays),
  };
}
