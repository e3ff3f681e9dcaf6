import { type CalendarYear } from '../calendar-year';

export const YEAR_2025: CalendarYear = {
  year: 2025,
  source: "The government's holiday schedule for 2025, 2 May swapped with 26 April",
  off: [
    { date: '2025-01-01', name: 'Tết Dương lịch' },
    { date: '2025-01-27', name: 'Tết Nguyên đán' },
    { date: '2025-01-28', name: 'Tết Nguyên đán' },
    { date: '2025-01-29', name: 'Tết Nguyên đán' },
    { date: '2025-01-30', name: 'Tết Nguyên đán' },
    { date: '2025-01-31', name: 'Tết Nguyên đán' },
    { date: '2025-04-07', name: 'Giỗ Tổ Hùng Vương' },
    { date: '2025-04-30', name: 'Ngày Chiến thắng' },
    { date: '2025-05-01', name: 'Quốc tế Lao động' },
    { date: '2025-05-02', name: 'Hoán đổi với 26/4' },
    { date: '2025-09-01', name: 'Quốc khánh' },
    { date: '2025-09-02', name: 'Quốc khánh' },
  ],
  workedSaturdays: ['2025-04-26'],
};
