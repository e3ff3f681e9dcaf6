import { type CalendarView } from '@lienthong/contracts';
import { specialSpans } from './special-days';

const at = (local: string): number => Date.parse(`${local}+07:00`);
const local = (ms: number): string => new Date(ms + 7 * 3_600_000).toISOString().slice(0, 16);

const CALENDAR: CalendarView = {
  from: '2026-01-01',
  to: '2026-12-31',
  daysOff: [
    { day: '2026-08-31', name: 'Hoán đổi với 22/8' },
    { day: '2026-09-01', name: 'Quốc khánh' },
    { day: '2026-09-02', name: 'Quốc khánh' },
  ],
  workedSaturdays: ['2026-08-22'],
};

describe('special days on a timeline', () => {
  it('are holidays and worked Saturdays within it, in order, each holiday in one', () => {
    const range = { from: at('2026-08-20T08:00'), to: at('2026-09-02T12:00') };
    const spans = specialSpans(range, CALENDAR);
    expect(spans.map(({ kind, name, from, to }) => [kind, name, local(from), local(to)])).toEqual([
      ['worked', undefined, '2026-08-22T00:00', '2026-08-23T00:00'],
      ['off', 'Hoán đổi với 22/8', '2026-08-31T00:00', '2026-09-01T00:00'],
      ['off', 'Quốc khánh', '2026-09-01T00:00', '2026-09-02T12:00'],
    ]);
    expect(local(spans[2]?.last ?? 0)).toBe('2026-09-02T00:00');
  });

  it('are none outside of it, or before the calendar is known', () => {
    const range = { from: at('2026-09-03T08:00'), to: at('2026-09-10T12:00') };
    expect(specialSpans(range, CALENDAR)).toEqual([]);
    expect(specialSpans(range, undefined)).toEqual([]);
  });
});
