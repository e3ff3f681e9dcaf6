import * as fc from 'fast-check';
import { isCalendarDate, parseInstant, startOfVietnamDay, toVietnamIso } from './iso-time';

describe('toVietnamIso', () => {
  it('writes Vietnamese time', () => {
    expect(toVietnamIso(Date.parse('2026-11-15T18:30:00.005Z'))).toBe('2026-11-16T01:30:00.005+07:00');
  });

  it('is read back to the millisecond', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), (instant) => {
        expect(parseInstant(toVietnamIso(instant))).toBe(instant);
      }),
    );
  });
});

describe('parseInstant', () => {
  it.each([
    '2026-11-16T09:00+07:00',
    '2026-11-16T02:00:00Z',
    '2026-11-16T02:00:00.000Z',
    '2026-11-15T21:00:00-05:00',
  ])('%s', (text) => expect(parseInstant(text)).toBe(Date.parse('2026-11-16T02:00:00Z')));

  it.each([
    '',
    '2026-11-16',
    '2026-11-16T09:00',
    '2026-02-29T09:00Z',
    '2026-11-16T24:00Z',
    '2026-11-16T09:60Z',
    '2026-11-16 09:00Z',
    '2026-11-16T09:00+15:00',
    'now',
  ])('not %s', (text) => expect(parseInstant(text)).toBeUndefined());
});

it('days begin at midnight in Vietnam', () => {
  expect(startOfVietnamDay('2026-11-16')).toBe(Date.parse('2026-11-15T17:00:00Z'));
  expect(startOfVietnamDay('2026-11-31')).toBeUndefined();
});

it('knows the days there are from 1900 to 2100', () => {
  expect(['2024-02-29', '1900-01-01', '2100-12-31'].every(isCalendarDate)).toBe(true);
  expect(['2026-02-29', '1899-12-31', '2101-01-01', '2026-1-1', ''].some(isCalendarDate)).toBe(false);
});
