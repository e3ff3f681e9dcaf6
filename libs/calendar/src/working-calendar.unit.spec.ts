import * as fc from 'fast-check';
import * as slow from '../test-support/slow-calendar';
import { InvalidCalendarInput, isoDay, vietnamCalendar as calendar } from '.';

const DAY = 86_400_000;
const FIRST = Date.parse('2023-07-01T00:00:00+07:00');
const LAST = Date.parse('2027-10-31T00:00:00+07:00');

/** Any ms, and often one at or beside a border of office hours, the cut-off or midnight. */
const borders = [0, 7.5, 11.5, 13, 15, 17].map((hour) => hour * 3_600_000);
const instant = fc.oneof(
  fc.integer({ min: FIRST, max: LAST }),
  fc
    .tuple(
      fc.integer({ min: 1, max: Math.floor((LAST - FIRST) / DAY) }),
      fc.constantFrom(...borders),
      fc.integer({ min: -1, max: 1 }),
    )
    .map(([day, border, beside]) => FIRST + day * DAY + border + beside),
);
const day = fc.integer({ min: FIRST + 60 * DAY, max: LAST }).map(isoDay);
const days = fc.integer({ min: 0, max: 20 });
const duration = fc.oneof(
  fc.integer({ min: 0, max: 5 * 8 * 3_600_000 }),
  fc.integer({ min: 0, max: 10 }).map((halfDays) => halfDays * 4 * 3_600_000),
);
/** A few instants in order, at most `span` days apart. */
const ordered = (count: number, span: number): fc.Arbitrary<number[]> =>
  fc
    .tuple(
      instant,
      fc.array(fc.integer({ min: 0, max: span * DAY }), { minLength: count - 1, maxLength: count - 1 }),
    )
    .map(([start, gaps]) =>
      gaps.reduce((all, gap) => [...all, all.at(-1)! + gap], [start]).map((t) => Math.min(t, LAST)),
    );

describe('against the slow calendar', () => {
  it('knows every working day', () => {
    for (let t = FIRST; t < LAST; t += DAY)
      expect([isoDay(t), calendar.isWorkingDay(isoDay(t))]).toEqual([
        slow.dayOf(t),
        slow.isWorking(slow.dayOf(t)),
      ]);
  });

  it('finds day zero and limits', () => {
    fc.assert(
      fc.property(instant, days, (t, n) => {
        expect(calendar.dayZero(t)).toBe(slow.dayZero(t));
        expect(calendar.limit(t, n).dueAt).toBe(slow.limit(t, n));
        expect(calendar.limit(t, n).provisional).toBe(isoDay(calendar.limit(t, n).dueAt) >= '2027');
      }),
      { numRuns: 500 },
    );
  });

  it('counts and adds working days', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -30, max: 30 }), (from, n) => {
        const to = calendar.addWorkingDays(from, n);
        expect(to).toBe(slow.nthWorkingDay(from, n));
        const [earlier, later] = n >= 0 ? [from, to] : [to, from];
        expect(calendar.workingDaysBetween(earlier, later)).toBe(slow.workingDaysBetween(earlier, later));
        expect(calendar.workingDaysBetween(from, to) + calendar.workingDaysBetween(to, from)).toBe(0);
      }),
      { numRuns: 500 },
    );
  });

  it('measures office hours minute by minute', () => {
    fc.assert(
      fc.property(ordered(2, 12), ([from, to]) => {
        expect(calendar.workingMs(from!, to!)).toBe(slow.workingMs(from!, to!));
      }),
    );
  });

  it('finds the next opening', () => {
    fc.assert(fc.property(instant, (t) => expect(calendar.nextOpening(t)).toBe(slow.nextOpening(t))));
  });

  it('adds office hours up to the earliest instant', () => {
    fc.assert(
      fc.property(instant, duration, (from, ms) => {
        const to = calendar.addWorkingMs(from, ms);
        expect(slow.workingMs(from, to)).toBe(ms);
        if (ms > 0) expect(slow.workingMs(to - 1, to)).toBe(1);
      }),
    );
  });
});

describe('laws of working time', () => {
  it('adds up: workingMs(a, c) = workingMs(a, b) + workingMs(b, c), in any order', () => {
    fc.assert(
      fc.property(instant, instant, instant, (a, b, c) => {
        expect(calendar.workingMs(a, c)).toBe(calendar.workingMs(a, b) + calendar.workingMs(b, c));
      }),
    );
  });

  it('adds in parts as in one', () => {
    fc.assert(
      fc.property(instant, duration, duration, (from, one, two) => {
        if (two > 0)
          expect(calendar.addWorkingMs(calendar.addWorkingMs(from, one), two)).toBe(
            calendar.addWorkingMs(from, one + two),
          );
      }),
    );
  });

  it('never goes back: later filings, longer limits and longer work end no earlier', () => {
    fc.assert(
      fc.property(ordered(2, 30), days, duration, ([early, late], n, ms) => {
        expect(calendar.limit(early!, n).dueAt).toBeLessThanOrEqual(calendar.limit(late!, n).dueAt);
        expect(calendar.limit(early!, n).dueAt).toBeLessThan(calendar.limit(early!, n + 1).dueAt);
        expect(calendar.limit(early!, n).dueAt).toBeGreaterThan(early!);
        expect(calendar.addWorkingMs(early!, ms)).toBeLessThanOrEqual(calendar.addWorkingMs(late!, ms));
        expect(calendar.workingMs(early!, late!)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('comes back by as many working days from a working day', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -30, max: 30 }), (from, n) => {
        const working = calendar.addWorkingDays(from, 1);
        expect(calendar.addWorkingDays(calendar.addWorkingDays(working, n), -n)).toBe(working);
      }),
    );
  });
});

describe('laws of a pause', () => {
  it('resumes no earlier than due, and the later the resumption the later the due time', () => {
    fc.assert(
      fc.property(ordered(4, 9), days, ([filed, paused, resumed, later], n) => {
        const due = calendar.limit(filed!, n).dueAt;
        const resumedDue = calendar.resume(due, paused!, resumed!).dueAt;
        expect(resumedDue).toBeGreaterThanOrEqual(due);
        expect(calendar.resume(due, paused!, later!).dueAt).toBeGreaterThanOrEqual(resumedDue);
        if (paused! <= due) expect(resumedDue).toBeGreaterThan(resumed!);
      }),
    );
  });

  it('leaves after the pause the limit that was left before it', () => {
    fc.assert(
      fc.property(ordered(2, 9), days, ([paused, resumed], n) => {
        const due = calendar.limit(paused!, n).dueAt;
        expect(calendar.resume(due, paused!, resumed!)).toEqual({
          dueAt: slow.limit(resumed!, n),
          provisional: slow.dayOf(slow.limit(resumed!, n)) >= '2027',
        });
      }),
    );
  });

  it('gives for two pauses that touch what one gives', () => {
    fc.assert(
      fc.property(ordered(4, 9), days, ([filed, a, b, c], n) => {
        const due = calendar.limit(filed!, n).dueAt;
        if (a! > due) return;
        const between = calendar.resume(due, a!, b!).dueAt;
        expect(calendar.resume(between, b!, c!).dueAt).toBe(calendar.resume(due, a!, c!).dueAt);
      }),
    );
  });
});

describe('input that is none', () => {
  const t = FIRST + 9 * DAY;
  it.each([NaN, Infinity, -Infinity])('is refused: %p', (bad) => {
    const calls = [
      () => calendar.dayZero(bad),
      () => calendar.limit(bad, 1),
      () => calendar.limit(t, bad),
      () => calendar.resume(bad, t, t),
      () => calendar.resume(t, bad, t),
      () => calendar.resume(t, t, bad),
      () => calendar.workingMs(bad, t),
      () => calendar.workingMs(t, bad),
      () => calendar.addWorkingMs(bad, 1),
      () => calendar.addWorkingMs(t, bad),
      () => calendar.nextOpening(bad),
      () => calendar.addWorkingDays('2026-11-20', bad),
    ];
    for (const call of calls) expect(call).toThrow(InvalidCalendarInput);
  });

  it('is refused: negative or broken counts, a pause that ends before it begins, a day that is none', () => {
    const calls = [
      () => calendar.limit(t, -1),
      () => calendar.limit(t, 1.5),
      () => calendar.addWorkingMs(t, -1),
      () => calendar.addWorkingDays('2026-11-20', 0.5),
      () => calendar.resume(t, t, t - 1),
      () => calendar.isWorkingDay('2026-02-30'),
      () => calendar.workingDaysBetween('2026-11-20', '20/11/2026'),
    ];
    for (const call of calls) expect(call).toThrow(InvalidCalendarInput);
  });
});
