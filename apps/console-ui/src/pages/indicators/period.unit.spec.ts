import { readPeriod, spanOf, writePeriod } from './period';

/** Late in the evening: in UTC it is the same day still, in Vietnam the next has not begun. */
const evening = Date.parse('2026-11-22T23:59:00.000+07:00');
const early = Date.parse('2026-11-22T00:30:00.000+07:00');

describe('spanOf', () => {
  it("counts whole days of Vietnam, today's included", () => {
    const week = { from: '2026-11-16T00:00:00.000+07:00', to: '2026-11-23T00:00:00.000+07:00' };
    expect(spanOf('7d', evening)).toEqual(week);
    expect(spanOf('7d', early)).toEqual(week);
  });

  it('begins the year on 1 January', () => {
    expect(spanOf('year', early).from).toBe('2026-01-01T00:00:00.000+07:00');
  });

  it('has no ends for all', () => {
    expect(spanOf('all', early)).toEqual({});
  });

  it('includes the last day of one that was chosen', () => {
    expect(spanOf({ first: '2026-02-01', last: '2026-02-28' }, early)).toEqual({
      from: '2026-02-01T00:00:00.000+07:00',
      to: '2026-03-01T00:00:00.000+07:00',
    });
  });
});

describe('readPeriod', () => {
  it('reads what was written', () => {
    const chosen = { first: '2026-01-01', last: '2026-03-31' };
    expect(readPeriod(writePeriod(chosen))).toEqual(chosen);
    expect(readPeriod(writePeriod('90d'))).toBe('90d');
  });

  it.each([null, '', '12d', '2026-03-31_2026-01-01', '2026-13-01_2026-13-02'])(
    'falls back for %p',
    (text) => {
      expect(readPeriod(text)).toBe('30d');
    },
  );
});
