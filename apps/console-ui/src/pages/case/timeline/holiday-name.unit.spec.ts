import { holidayName } from './holiday-name';

it('names holidays in both languages', () => {
  expect(holidayName('Tết Nguyên đán', 'vi')).toBe('Tết Nguyên đán');
  expect(holidayName('Quốc khánh', 'en')).toBe('National Day');
  expect(holidayName('Nghỉ bù Quốc tế Lao động', 'en')).toBe('Day in lieu of Labour Day');
  expect(holidayName('Hoán đổi với 22/8', 'en')).toBe('Swapped with 22/8');
  expect(holidayName('Ngày gì đó', 'en')).toBe('Ngày gì đó');
});
