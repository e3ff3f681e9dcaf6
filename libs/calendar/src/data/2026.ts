import { type CalendarYear, type DayOff } from '../calendar-year';

export const YEAR_2026: CalendarYear = {
  year: 2026,
  source:
    "The government's holiday schedule for 2026; 2 January swapped with 10 January (12729/VPCP-KGVX); 31 August swapped with 22 August, the latter from general knowledge",
  off: [
    { date: '2026-01-01', name: 'Tết Dương lịch' },
    { date: '2026-01-02', name: 'Hoán đổi với 10/1' },
    { date: '2026-02-16', name: 'Tết Nguyên đán' },
    { date: '2026-02-17', name: 'Tết Nguyên đán' },
    { date: '2026-02-18', name: 'Tết Nguyên đán' },
    { date: '2026-02-19', name: 'Tết Nguyên đán' },
    { date: '2026-02-20', name: 'Tết Nguyên đán' },
    { date: '2026-04-26', name: 'Giỗ Tổ Hùng Vương' },
    { date: '2026-04-27', name: 'Nghỉ bù Giỗ Tổ Hùng Vương' },
    { date: '2026-04-30', name: 'Ngày Chiến thắng' },
    { date: '2026-05-01', name: 'Quốc tế Lao động' },
    { date: '2026-08-31', name: 'Hoán đổi với 22/8' },
    { date: '2026-09-01', name: 'Quốc khánh' },
    { date: '2026-09-02', name: 'Quốc khánh' },
  ],
  workedSaturdays: ['2026-01-10', '2026-08-22'],
};

/** Announced, but whether it applies in 2026 is unclear: off only when given as `extraDays`. */
export const CULTURE_DAY_2026: DayOff = { date: '2026-11-24', name: 'Ngày Văn hóa Việt Nam' };
