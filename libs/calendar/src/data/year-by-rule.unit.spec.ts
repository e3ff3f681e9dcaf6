import { LunarDate } from '@nghiavuive/lunar_date_vi';
import { CALENDAR_YEARS } from '.';
import { weekday } from '../year-data';
import { parseIsoDay } from '../iso-day';
import { LUNAR_DAYS } from './lunar-days';
import { yearByRule } from './year-by-rule';

function solar(day: number, month: number, year: number): string {
  const lunar = new LunarDate({ day, month, year });
  lunar.init();
  const { year: y, month: m, day: d } = lunar.toSolarDate().get();
  return `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

/** The first days of the lunar years of the decreed ones, and the tenth of the third month. */
const DECREED = [
  [2024, '2024-02-10', '2024-04-18'],
  [2025, '2025-01-29', '2025-04-07'],
  [2026, '2026-02-17', '2026-04-26'],
] as const;

describe('the days that follow the moon', () => {
  it.each([...DECREED, ...LUNAR_DAYS])('of %i are those that a library works out', (year, tet, hungKings) => {
    expect([solar(1, 1, year), solar(10, 3, year)]).toEqual([tet, hungKings]);
  });

  it('are known for every year from 2027 to 2050', () => {
    expect(LUNAR_DAYS.map(([year]) => year)).toEqual(Array.from({ length: 24 }, (_, i) => 2027 + i));
  });
});

describe('a year by the rule', () => {
  it.each(DECREED)(
    'has the holidays that were decreed for %i, swaps and the choice of days beside Tết and 2/9 apart',
    (...days) => {
      const [year] = days;
      const decreed = CALENDAR_YEARS.find((one) => one.year === year)!;
      const chosen = /Tết Nguyên đán|Quốc khánh|Hoán đổi/;
      const others = (off: typeof decreed.off): string[] =>
        off.filter(({ name }) => !chosen.test(name)).map(({ date }) => date);
      expect(others(yearByRule(...days).off)).toEqual(others(decreed.off));
      const tet = (off: typeof decreed.off): number =>
        off.filter(({ name }) => /Tết Nguyên đán/.test(name)).length;
      expect(tet(yearByRule(...days).off)).toBeGreaterThanOrEqual(5);
      expect(tet(decreed.off)).toBeGreaterThanOrEqual(5);
    },
  );

  it('is that of 2027, which was worked out by hand', () => {
    expect(yearByRule(2027, '2027-02-06', '2027-04-16').off.map(({ date }) => date.slice(5))).toEqual(
      '01-01 02-05 02-06 02-07 02-08 02-09 02-10 02-11 04-16 04-30 05-01 05-03 09-01 09-02'.split(' '),
    );
  });

  it.each(LUNAR_DAYS)('takes eleven days from Monday to Friday in %i, whatever the weekends', (...days) => {
    const { off, provisional } = yearByRule(...days);
    const onWeekdays = off.filter(({ date }) => ![0, 6].includes(weekday(parseIsoDay(date))));
    expect(onWeekdays).toHaveLength(11);
    expect(new Set(off.map(({ date }) => date)).size).toBe(off.length);
    expect(provisional).toBe(true);
  });

  it('compensates holidays that meet after one another', () => {
    // 2033: 30 April is a Saturday, 1 May a Sunday.
    const { off } = yearByRule(2033, '2033-01-31', '2033-04-09');
    expect(off.filter(({ date }) => date > '2033-04-29' && date < '2033-05-10')).toEqual([
      { date: '2033-04-30', name: 'Ngày Chiến thắng' },
      { date: '2033-05-01', name: 'Quốc tế Lao động' },
      { date: '2033-05-02', name: 'Nghỉ bù Ngày Chiến thắng' },
      { date: '2033-05-03', name: 'Nghỉ bù Quốc tế Lao động' },
    ]);
  });
});
