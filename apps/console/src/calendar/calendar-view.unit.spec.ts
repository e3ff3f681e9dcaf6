import { CALENDAR_YEARS, vietnamCalendar } from '@lienthong/calendar';
import { calendarView } from './calendar-view';

describe('the calendar as the page reads it', () => {
  const view = calendarView(CALENDAR_YEARS);

  it('names the days off, and says which are not decreed yet', () => {
    expect(view.daysOff).toContainEqual({ day: '2026-02-16', name: 'Tết Nguyên đán' });
    expect(view.daysOff).toContainEqual({ day: '2027-01-01', name: 'Tết Dương lịch', provisional: true });
    expect(view.workedSaturdays).toContain('2026-08-22');
  });

  it('says with the week what the working calendar says of every day', () => {
    const off = new Set(view.daysOff.map(({ day }) => day));
    const worked = new Set(view.workedSaturdays);
    const last = Date.parse(view.to);
    for (let at = Date.parse(view.from); at <= last; at += 86_400_000) {
      const day = new Date(at).toISOString().slice(0, 10);
      const weekend = [0, 6].includes(new Date(at).getUTCDay());
      const open = worked.has(day) || (!weekend && !off.has(day));
      expect({ day, open }).toEqual({ day, open: vietnamCalendar.isWorkingDay(day) });
    }
  });
});
