import { type CalendarOptions, type CalendarYear, InvalidCalendarData, createCalendar } from '.';

const at = (local: string): number => Date.parse(`${local}+07:00`);
const plain: CalendarYear = { year: 2030, source: 'test', off: [], workedSaturdays: [] };

describe('createCalendar', () => {
  it('takes other office hours, cut-off and due time', () => {
    const calendar = createCalendar({
      officeHours: [
        { opens: '07:00', closes: '11:30' },
        { opens: '13:30', closes: '17:00' },
      ],
      cutoff: '16:00',
      dueTime: '16:30',
    });
    expect(calendar.nextOpening(at('2026-11-20T06:00'))).toBe(at('2026-11-20T07:00'));
    expect(calendar.addWorkingMs(at('2026-11-20T11:00'), 3_600_000)).toBe(at('2026-11-20T14:00'));
    expect(calendar.limit(at('2026-11-20T15:59'), 0).dueAt).toBe(at('2026-11-20T16:30'));
  });

  it('needs no more than data for another year', () => {
    const calendar = createCalendar({
      years: [{ ...plain, off: [{ date: '2030-01-01', name: 'Tết Dương lịch' }] }],
    });
    expect(calendar.addWorkingDays('2030-01-01', 1)).toBe('2030-01-02');
  });

  const broken: readonly [string, CalendarOptions][] = [
    ['no year', { years: [] }],
    ['a gap between years', { years: [plain, { ...plain, year: 2032 }] }],
    ['a late beginning in a later year', { years: [plain, { ...plain, year: 2031, from: '2031-02-01' }] }],
    ['a beginning outside the year', { years: [{ ...plain, from: '2029-02-01' }] }],
    ['a day off of another year', { years: [{ ...plain, off: [{ date: '2031-01-01', name: '' }] }] }],
    [
      'a day off before the beginning',
      { years: [{ ...plain, from: '2030-02-01', off: [{ date: '2030-01-01', name: '' }] }] },
    ],
    ['a day that does not exist', { years: [{ ...plain, off: [{ date: '2030-02-30', name: '' }] }] }],
    ['a day listed twice', { years: [{ ...plain, workedSaturdays: ['2030-01-05', '2030-01-05'] }] }],
    ['a worked Sunday', { years: [{ ...plain, workedSaturdays: ['2030-01-06'] }] }],
    [
      'a Saturday both off and worked',
      { years: [{ ...plain, off: [{ date: '2030-01-05', name: '' }], workedSaturdays: ['2030-01-05'] }] },
    ],
    ['an extra day outside the data', { years: [plain], extraDays: [{ date: '2031-01-01', name: '' }] }],
    ['an extra day that does not exist', { years: [plain], extraDays: [{ date: '2030-02-30', name: '' }] }],
    ['no office hours', { officeHours: [] }],
    [
      'overlapping office hours',
      {
        officeHours: [
          { opens: '07:00', closes: '12:00' },
          { opens: '11:30', closes: '17:00' },
        ],
      },
    ],
    [
      'office hours out of order',
      {
        officeHours: [
          { opens: '13:00', closes: '17:00' },
          { opens: '07:30', closes: '11:30' },
        ],
      },
    ],
    ['an empty span', { officeHours: [{ opens: '07:00', closes: '07:00' }] }],
    ['a time of day that does not exist', { cutoff: '24:30' }],
    ['a time of day in another form', { dueTime: '5pm' }],
    ['a cut-off after the due time', { cutoff: '17:30' }],
  ];

  it.each(broken)('refuses %s', (_what, options) => {
    expect(() => createCalendar(options)).toThrow(InvalidCalendarData);
  });
});
