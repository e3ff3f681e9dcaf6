import { type CalendarYear } from '../calendar-year';

export const YEAR_2024: CalendarYear = {
  year: 2024,
  source:
    "The government's holiday schedule for 2024, 29 April swapped with 4 May; Tết from general knowledge",
  off: [
    { date: '2024-01-01', name: 'Tết Dương lịch' },
    { date: '2024-02-08', name: 'Tết Nguyên đán' },
    { date: '2024-02-09', name: 'Tết Nguyên đán' },
    { date: '2024-02-10', name: 'Tết Nguyên đán' },
    { date: '2024-02-11', name: 'Tết Nguyên đán' },
    { date: '2024-02-12', name: 'Tết Nguyên đán' },
    { date: '2024-02-13', name: 'Tết Nguyên đán' },
    { date: '2024-02-14', name: 'Tết Nguyên đán' },
    { date: '2024-04-18', name: 'Giỗ Tổ Hùng Vương' },
    { date: '2024-04-29', name: 'Hoán đổi với 4/5' },
    { date: '2024-04-30', name: 'Ngày Chiến thắng' },
    { date: '2024-05-01', name: 'Quốc tế Lao động' },
    { date: '2024-09-02', name: 'Quốc khánh' },
    { date: '2024-09-03', name: 'Quốc khánh' },
  ],
  workedSaturdays: ['2024-05-04'],
};
