import { type CalendarYear, type DayOff } from '../calendar-year';
import { formatDayNumber, type IsoDay, parseIsoDay } from '../iso-day';
import { isWeekend } from '../year-data';

/** Tết is the last day of the old lunar year and the first four of the new one, as decreed for 2026. */
const BEFORE_TET = 1;
const AFTER_TET = 3;

/**
 * The days off of a year that no decree has fixed yet, by the rule of the Labour Code: its holidays, and for each that falls on
 * a weekend the next day that would be worked. Of National Day's second day the law says only that it stands beside 2/9; here
 * it is 1/9, as decreed for 2025 and 2026. Days swapped with a Saturday cannot be known.
 * @param tet the first day of the lunar year
 * @param hungKings the tenth of its third month
 */
export function yearByRule(year: number, tet: IsoDay, hungKings: IsoDay): CalendarYear {
  const holidays = [
    { date: `${year}-01-01`, name: 'Tết Dương lịch' },
    ...daysAround(tet, BEFORE_TET, AFTER_TET).map((date) => ({ date, name: 'Tết Nguyên đán' })),
    { date: hungKings, name: 'Giỗ Tổ Hùng Vương' },
    { date: `${year}-04-30`, name: 'Ngày Chiến thắng' },
    { date: `${year}-05-01`, name: 'Quốc tế Lao động' },
    { date: `${year}-09-01`, name: 'Quốc khánh' },
    { date: `${year}-09-02`, name: 'Quốc khánh' },
  ];
  return {
    year,
    provisional: true,
    source:
      'Derived by the rule of the Labour Code: a holiday on a weekend is compensated on the next working day',
    off: withCompensation(holidays),
    workedSaturdays: [],
  };
}

function withCompensation(holidays: readonly DayOff[]): readonly DayOff[] {
  const byDate = new Map(holidays.map((day) => [day.date, day]));
  for (const { date, name } of [...byDate.values()].sort(byDay)) {
    if (!isWeekend(parseIsoDay(date))) continue;
    let number = parseIsoDay(date) + 1;
    while (isWeekend(number) || byDate.has(formatDayNumber(number))) number++;
    const compensated = formatDayNumber(number);
    byDate.set(compensated, { date: compensated, name: `Nghỉ bù ${name}` });
  }
  return [...byDate.values()].sort(byDay);
}

function daysAround(day: IsoDay, before: number, after: number): readonly IsoDay[] {
  const first = parseIsoDay(day) - before;
  return Array.from({ length: before + 1 + after }, (_, i) => formatDayNumber(first + i));
}

function byDay(a: DayOff, b: DayOff): number {
  return a.date < b.date ? -1 : 1;
}
