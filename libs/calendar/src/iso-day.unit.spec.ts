import * as fc from 'fast-check';
import { InvalidCalendarInput, isIsoDay, isoDay, startOfDay } from '.';

describe('the calendar day in Vietnam', () => {
  it('begins at 17:00 UTC of the day before', () => {
    expect(isoDay(Date.parse('2026-11-22T16:59:59.999Z'))).toBe('2026-11-22');
    expect(isoDay(Date.parse('2026-11-22T17:00:00.000Z'))).toBe('2026-11-23');
    expect(startOfDay('2026-11-23')).toBe(Date.parse('2026-11-22T17:00:00Z'));
  });

  it('agrees with Date over all years', () => {
    const instants = fc.integer({
      min: Date.parse('0000-01-01T00:00:00+07:00'),
      max: Date.parse('9999-12-31T23:59:59+07:00'),
    });
    fc.assert(
      fc.property(instants, (instant) => {
        const day = isoDay(instant);
        expect(day).toBe(new Date(instant + 7 * 3_600_000).toISOString().slice(0, 10));
        expect(startOfDay(day)).toBe(Date.parse(`${day}T00:00:00+07:00`));
      }),
    );
  });

  it.each([NaN, Infinity, -Infinity, 1e15, -1e15])('refuses %p as an instant', (instant) => {
    expect(() => isoDay(instant)).toThrow(InvalidCalendarInput);
  });

  it.each([
    '2026-02-29',
    '2100-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-1-1',
    '2026/01/01',
    '20260101',
    '',
    '2026-01-01T',
    '２０２６-01-01',
    '-026-01-01',
  ])('refuses %p as a day', (day) => {
    expect(isIsoDay(day)).toBe(false);
    expect(() => startOfDay(day)).toThrow(InvalidCalendarInput);
  });

  it.each(['2024-02-29', '2000-02-29', '0000-01-01', '9999-12-31'])('knows %p', (day) => {
    expect(isIsoDay(day)).toBe(true);
    expect(isoDay(startOfDay(day))).toBe(day);
  });
});
