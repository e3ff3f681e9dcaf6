import { calendarNotice, calendarState } from './calendar-horizon';

const at = (local: string): number => Date.parse(`${local}+07:00`);

describe('what is said of the calendar’s end', () => {
  it('is how long a scaled clock can run', () => {
    const now = at('2026-12-01T08:00');
    expect(calendarNotice('scaled', now, 3_600)).toBe(
      'The calendar of working days ends on 2050-12-31: at 3600× real time in 2 days. Filings are refused from then on.',
    );
    expect(calendarNotice('scaled', now, 100_000)).toContain('in 2 hours');
    expect(calendarNotice('scaled', at('2050-12-31T23:00'), 1_000_000)).toContain('in a minute');
  });

  it('is nothing where time is the system’s or waits', () => {
    expect(calendarNotice('system', at('2026-12-01T08:00'), 1)).toBeUndefined();
    expect(calendarNotice('virtual', at('2026-12-01T08:00'), 3_600)).toBeUndefined();
  });

  it.each(['system', 'scaled', 'virtual'] as const)('is a warning once it has come (%s)', (clock) => {
    expect(calendarNotice(clock, at('2051-01-01T00:00'), 1)).toMatch(/^The calendar .* ended on 2050-12-31/);
    expect(calendarState(at('2050-12-31T23:59'))).toBe('up');
    expect(calendarState(at('2023-06-30T23:59'))).toBe('begins on 2023-07-01: no filings are taken before');
    expect(calendarState(at('2051-01-01T00:00'))).toBe('ended on 2050-12-31: no filings are taken');
  });
});
