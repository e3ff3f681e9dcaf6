import { type CalendarYear } from '../calendar-year';

/** Not yet decreed. Needed because the limits of dossiers filed late in 2026 end in 2027. */
export const YEAR_2027: CalendarYear = {
  year: 2027,
  provisional: true,
  source:
    'Derived by the rule of the Labour Code: a holiday on a weekend is compensated on the next working day',
  off: [
    { date: '2027-01-01', name: 'Tết Dương lịch' },
    { date: '2027-02-05', name: 'Tết Nguyên đán' },
    { date: '2027-02-06', name: 'Tết Nguyên đán' },
    { date: '2027-02-07', name: 'Tết Nguyên đán' },
    { date: '2027-02-08', name: 'Tết Nguyên đán' },
    { date: '2027-02-09', name: 'Tết Nguyên đán' },
    { date: '2027-02-10', name: 'Nghỉ bù Tết Nguyên đán' },
    { date: '2027-02-11', name: 'Nghỉ bù Tết Nguyên đán' },
    { date: '2027-04-16', name: 'Giỗ Tổ Hùng Vương' },
    { date: '2027-04-30', name: 'Ngày Chiến thắng' },
    { date: '2027-05-01', name: 'Quốc tế Lao động' },
    { date: '2027-05-03', name: 'Nghỉ bù Quốc tế Lao động' },
    { date: '2027-09-01', name: 'Quốc khánh' },
    { date: '2027-09-02', name: 'Quốc khánh' },
  ],
  workedSaturdays: [],
};
