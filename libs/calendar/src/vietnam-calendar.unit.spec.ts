import { CULTURE_DAY_2026, createCalendar, isoDay, vietnamCalendar as calendar } from '.';

const at = (local: string): number => Date.parse(`${local}+07:00`);

describe('limits of a filing', () => {
  it('ends a same-day limit at 17:00 of the day of filing', () => {
    expect(calendar.limit(at('2026-11-18T09:00'), 0)).toEqual({
      dueAt: at('2026-11-18T17:00'),
      provisional: false,
    });
  });

  it('takes the next working day from 15:00:00.000 on', () => {
    expect(calendar.dayZero(at('2026-11-18T14:59:59.999'))).toBe('2026-11-18');
    expect(calendar.dayZero(at('2026-11-18T15:00:00.000'))).toBe('2026-11-19');
    expect(calendar.limit(at('2026-11-18T15:00'), 0).dueAt).toBe(at('2026-11-19T17:00'));
  });

  it('takes Monday for a filing on Friday afternoon, at the weekend, or on Monday before the cut-off', () => {
    for (const filed of [
      '2026-11-20T15:00',
      '2026-11-21T00:00',
      '2026-11-22T23:59:59.999',
      '2026-11-23T14:59',
    ]) {
      expect(calendar.limit(at(filed), 3).dueAt).toBe(at('2026-11-26T17:00'));
    }
  });

  it('skips Tết', () => {
    expect(calendar.limit(at('2026-02-13T10:00'), 1).dueAt).toBe(at('2026-02-23T17:00'));
    expect(calendar.limit(at('2024-02-07T15:00'), 0).dueAt).toBe(at('2024-02-15T17:00'));
    expect(calendar.limit(at('2025-01-24T10:00'), 2).dueAt).toBe(at('2025-02-04T17:00'));
  });

  it('skips 30/4 and 1/5 with the swapped day beside them, and counts the Saturday worked for it', () => {
    expect(calendar.dayZero(at('2024-04-26T15:00'))).toBe('2024-05-02');
    expect(calendar.limit(at('2024-05-03T10:00'), 1).dueAt).toBe(at('2024-05-04T17:00'));
    expect(calendar.limit(at('2025-04-25T10:00'), 2).dueAt).toBe(at('2025-04-28T17:00'));
    expect(calendar.limit(at('2025-04-29T10:00'), 1).dueAt).toBe(at('2025-05-05T17:00'));
    expect(calendar.limit(at('2026-04-29T16:00'), 0).dueAt).toBe(at('2026-05-04T17:00'));
  });

  it('counts a filing on a worked Saturday from that Saturday', () => {
    expect(calendar.isWorkingDay('2026-08-22')).toBe(true);
    expect(calendar.dayZero(at('2026-08-22T10:00'))).toBe('2026-08-22');
    expect(calendar.limit(at('2026-08-22T10:00'), 1).dueAt).toBe(at('2026-08-24T17:00'));
    expect(calendar.dayZero(at('2026-08-22T15:00'))).toBe('2026-08-24');
    expect(calendar.dayZero(at('2026-01-10T08:00'))).toBe('2026-01-10');
    expect(calendar.isWorkingDay('2026-01-02')).toBe(false);
  });

  it.each([
    { year: 2023, first: '2023-07-01', weekdays: 130, offOnWeekdays: 2, workedSaturdays: 0 },
    { year: 2024, first: '2024-01-01', weekdays: 262, offOnWeekdays: 12, workedSaturdays: 1 },
    { year: 2025, first: '2025-01-01', weekdays: 261, offOnWeekdays: 12, workedSaturdays: 1 },
    { year: 2026, first: '2026-01-01', weekdays: 261, offOnWeekdays: 13, workedSaturdays: 2 },
    { year: 2027, first: '2027-01-01', weekdays: 261, offOnWeekdays: 11, workedSaturdays: 0 },
  ])(
    'has as many working days as counted by hand: $year',
    ({ year, first, weekdays, offOnWeekdays, workedSaturdays }) => {
      const own = calendar.isWorkingDay(first) ? 1 : 0;
      const counted = own + calendar.workingDaysBetween(first, `${year}-12-31`);
      expect(counted).toBe(weekdays - offOnWeekdays + workedSaturdays);
    },
  );
});

describe('a pause for a supplement', () => {
  const due = calendar.limit(at('2026-11-16T09:00'), 3).dueAt; // Monday → Thursday 19

  it('changes nothing when it crosses no cut-off', () => {
    expect(calendar.resume(due, at('2026-11-17T09:00'), at('2026-11-17T14:59')).dueAt).toBe(due);
    expect(calendar.resume(due, at('2026-11-17T15:00'), at('2026-11-18T14:59')).dueAt).toBe(due);
  });

  it('moves the due time by the working days between the two days zero', () => {
    expect(calendar.resume(due, at('2026-11-17T09:00'), at('2026-11-17T15:00')).dueAt).toBe(
      at('2026-11-20T17:00'),
    );
    expect(calendar.resume(due, at('2026-11-17T09:00'), at('2026-11-25T09:00')).dueAt).toBe(
      at('2026-11-27T17:00'),
    );
  });

  it('leaves the day zero of the resumption when the last day was running', () => {
    expect(calendar.resume(due, at('2026-11-19T16:00'), at('2026-11-23T09:00')).dueAt).toBe(
      at('2026-11-23T17:00'),
    );
    expect(calendar.resume(due, due, at('2026-11-23T16:00')).dueAt).toBe(at('2026-11-24T17:00'));
  });

  it('does not forgive a due time already missed', () => {
    expect(calendar.resume(due, due + 1, at('2026-11-25T09:00')).dueAt).toBe(due);
  });

  it('keeps a due time later than 17:00 from moving back', () => {
    const late = at('2026-11-19T20:00');
    expect(calendar.resume(late, at('2026-11-17T09:00'), at('2026-11-17T10:00')).dueAt).toBe(late);
  });
});

describe('office hours', () => {
  it('counts eight hours a working day and none outside', () => {
    expect(calendar.workingMs(at('2026-11-16T00:00'), at('2026-11-17T00:00'))).toBe(8 * 3_600_000);
    expect(calendar.workingMs(at('2026-11-16T11:30'), at('2026-11-16T13:00'))).toBe(0);
    expect(calendar.workingMs(at('2026-11-16T17:00'), at('2026-11-17T07:30'))).toBe(0);
    expect(calendar.workingMs(at('2026-11-17T08:00'), at('2026-11-16T08:00'))).toBe(-8 * 3_600_000);
  });

  it('adds the four working hours in which a facility must share a notice', () => {
    const fourHours = 4 * 3_600_000;
    expect(calendar.addWorkingMs(at('2026-11-16T07:30'), fourHours)).toBe(at('2026-11-16T11:30'));
    expect(calendar.addWorkingMs(at('2026-11-16T10:00'), fourHours)).toBe(at('2026-11-16T15:30'));
    expect(calendar.addWorkingMs(at('2026-11-20T16:00'), fourHours)).toBe(at('2026-11-23T10:30'));
  });

  it('opens after the weekend, after lunch, and at once when open', () => {
    expect(calendar.nextOpening(at('2026-11-20T17:00'))).toBe(at('2026-11-23T07:30'));
    expect(calendar.nextOpening(at('2026-11-20T11:30'))).toBe(at('2026-11-20T13:00'));
    expect(calendar.nextOpening(at('2026-11-20T16:59:59.999'))).toBe(at('2026-11-20T16:59:59.999'));
    expect(calendar.addWorkingMs(at('2026-11-21T12:00'), 0)).toBe(at('2026-11-23T07:30'));
  });
});

describe('the borders of the data', () => {
  it('marks what depends on the year not yet decreed', () => {
    expect(calendar.limit(at('2026-12-30T10:00'), 1)).toEqual({
      dueAt: at('2026-12-31T17:00'),
      provisional: false,
    });
    expect(calendar.limit(at('2026-12-30T10:00'), 2)).toEqual({
      dueAt: at('2027-01-04T17:00'),
      provisional: true,
    });
    expect(calendar.limit(at('2027-03-01T10:00'), 0).provisional).toBe(true);
    const due = at('2026-12-31T17:00');
    expect(calendar.resume(due, at('2026-12-30T10:00'), at('2026-12-31T16:00')).provisional).toBe(true);
    expect(calendar.resume(due, at('2026-12-30T10:00'), at('2026-12-30T11:00')).provisional).toBe(false);
  });

  it('goes by the plain week before it begins', () => {
    expect(calendar.isWorkingDay('2023-06-30')).toBe(true);
    expect(calendar.addWorkingDays('2023-07-03', -1)).toBe('2023-06-30');
    expect(calendar.workingDaysBetween('2023-01-01', '2023-07-01')).toBe(130);
    expect(calendar.workingMs(at('2023-06-26T00:00'), at('2023-07-03T00:00'))).toBe(5 * 8 * 3_600_000);
    expect(calendar.limit(at('2023-06-30T10:00'), 1)).toEqual({
      dueAt: at('2023-07-03T17:00'),
      provisional: true,
    });
  });

  it('goes on by the plain week after it ends, and marks what depends on that', () => {
    expect(calendar.covered).toEqual({ from: '2023-07-01', to: '2050-12-31' });
    // Friday 30 December 2050; New Year's Day 2051 is a Sunday, and nobody has said when it is compensated.
    expect(calendar.limit(at('2050-12-30T10:00'), 1)).toEqual({
      dueAt: at('2051-01-02T17:00'),
      provisional: true,
    });
    expect(calendar.nextOpening(at('2050-12-30T17:00'))).toBe(at('2051-01-02T07:30'));
    expect(calendar.addWorkingMs(at('2050-12-30T16:00'), 3_600_001)).toBe(at('2051-01-02T07:30:00.001'));
    expect(calendar.addWorkingDays('2051-01-02', -1)).toBe('2050-12-30');
    expect(calendar.workingMs(at('2051-02-06T00:00'), at('2051-02-13T00:00'))).toBe(5 * 8 * 3_600_000);
  });

  it('counts the days after its end as the days of the week are', () => {
    let counted = 0;
    for (let t = at('2051-01-01T12:00'); t < at('2053-01-01T00:00'); t += 86_400_000) {
      const day = isoDay(t);
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
      expect(calendar.isWorkingDay(day)).toBe(weekday !== 0 && weekday !== 6);
      if (calendar.isWorkingDay(day)) counted++;
      expect(calendar.workingDaysBetween('2050-12-31', day)).toBe(counted);
      if (calendar.isWorkingDay(day)) expect(calendar.addWorkingDays('2050-12-31', counted)).toBe(day);
    }
  });

  it('has 24/11/2026 off only when told so', () => {
    expect(calendar.isWorkingDay('2026-11-24')).toBe(true);
    expect(createCalendar({ extraDays: [CULTURE_DAY_2026] }).isWorkingDay('2026-11-24')).toBe(false);
  });
});
