import * as fc from 'fast-check';
import * as slow from '../test-support/slow-calendar';
import { type Outage, vietnamCalendar as calendar, withOutages } from '.';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const at = (local: string): number => Date.parse(`${local}:00+07:00`);

/** Thursday, the day after the Tết holidays of 2024. */
const MORNING: Outage = { from: at('2024-02-15T08:00'), to: at('2024-02-15T14:00') };
const away = withOutages(calendar, [MORNING]);

const START = at('2024-02-05T00:00');
const minute = fc.integer({ min: 0, max: 20 * 24 * 60 }).map((n) => START + n * MINUTE);
const instant = fc.tuple(minute, fc.integer({ min: -1, max: 1 })).map(([t, beside]) => t + beside);
const outages = fc.array(
  fc
    .tuple(minute, fc.integer({ min: 0, max: 3 * 24 * 60 }))
    .map(([from, minutes]) => ({ from, to: from + minutes * MINUTE })),
  { maxLength: 4 },
);
const duration = fc.integer({ min: 0, max: 40 * HOUR });

/** Office hours outside the outages, counted minute by minute. */
function slowWorkingMs(from: number, to: number, holes: readonly Outage[]): number {
  let total = 0;
  for (let t = from; t < to;) {
    const next = Math.min(Math.floor(t / MINUTE) * MINUTE + MINUTE, to);
    if (!holes.some((hole) => hole.from <= t && t < hole.to)) total += slow.workingMs(t, next);
    t = next;
  }
  return total;
}

describe('an outage', () => {
  it('moves what it interrupts by the working time it takes', () => {
    const begun = at('2024-02-15T07:45');
    expect(calendar.addWorkingMs(begun, 40 * MINUTE)).toBe(at('2024-02-15T08:25'));
    expect(away.addWorkingMs(begun, 40 * MINUTE)).toBe(at('2024-02-15T14:25'));
  });

  it('lets what comes in while it lasts begin after it', () => {
    expect(away.nextOpening(at('2024-02-15T09:00'))).toBe(MORNING.to);
    expect(away.nextOpening(at('2024-02-14T20:00'))).toBe(at('2024-02-15T07:30'));
  });

  it('that ends outside office hours lets work begin at the next opening', () => {
    const overnight = withOutages(calendar, [{ from: MORNING.from, to: at('2024-02-15T20:00') }]);
    expect(overnight.nextOpening(at('2024-02-15T09:00'))).toBe(at('2024-02-16T07:30'));
  });

  it('lets what is done as it begins be done', () => {
    expect(away.addWorkingMs(at('2024-02-15T07:30'), 30 * MINUTE)).toBe(MORNING.from);
    expect(away.addWorkingMs(at('2024-02-15T07:30'), 30 * MINUTE + 1)).toBe(MORNING.to + 1);
  });

  it('moves no limit, no pause and no working day', () => {
    const filed = at('2024-02-15T09:00');
    expect(away.limit(filed, 2)).toEqual(calendar.limit(filed, 2));
    expect(away.dayZero(filed)).toBe('2024-02-15');
    expect(away.resume(filed + DAY, filed, filed + HOUR)).toEqual(
      calendar.resume(filed + DAY, filed, filed + HOUR),
    );
    expect(away.isWorkingDay('2024-02-15')).toBe(true);
    expect(away.addWorkingDays('2024-02-14', 1)).toBe(calendar.addWorkingDays('2024-02-14', 1));
    expect(away.workingDaysBetween('2024-02-05', '2024-02-15')).toBe(
      calendar.workingDaysBetween('2024-02-05', '2024-02-15'),
    );
  });

  it('is none where there is none', () => {
    expect(withOutages(calendar, [])).toBe(calendar);
    expect(withOutages(calendar, [{ from: MORNING.from, to: MORNING.from }])).toBe(calendar);
  });
});

describe('working time with any outages', () => {
  it('is what is left minute by minute', () => {
    fc.assert(
      fc.property(outages, instant, fc.integer({ min: 0, max: 5 * DAY }), (holes, from, span) => {
        const one = withOutages(calendar, holes);
        expect(one.workingMs(from, from + span)).toBe(slowWorkingMs(from, from + span, holes));
        expect(one.workingMs(from + span, from) + one.workingMs(from, from + span)).toBe(0);
      }),
    );
  });

  it('adds up to the earliest instant', () => {
    fc.assert(
      fc.property(outages, instant, duration, (holes, from, ms) => {
        const one = withOutages(calendar, holes);
        const to = one.addWorkingMs(from, ms);
        expect(one.workingMs(from, to)).toBe(ms);
        if (ms > 0) expect(one.workingMs(to - 1, to)).toBe(1);
      }),
    );
  });

  it('opens next where the first ms of work is done', () => {
    fc.assert(
      fc.property(outages, instant, (holes, t) => {
        const one = withOutages(calendar, holes);
        expect(one.nextOpening(t)).toBe(one.addWorkingMs(t, 1) - 1);
        expect(one.addWorkingMs(t, 0)).toBe(one.nextOpening(t));
      }),
    );
  });
});
