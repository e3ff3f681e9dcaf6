/** As the calendar of the offices writes them. */
const ENGLISH: Readonly<Record<string, string>> = {
  'Tết Dương lịch': "New Year's Day",
  'Tết Nguyên đán': 'Lunar New Year (Tết)',
  'Giỗ Tổ Hùng Vương': 'Hùng Kings’ Commemoration',
  'Ngày Chiến thắng': 'Reunification Day',
  'Quốc tế Lao động': 'Labour Day',
  'Quốc khánh': 'National Day',
  'Ngày Văn hóa Việt Nam': 'Vietnamese Culture Day',
};

/** A holiday's name in a language; in Vietnamese where there is no other. */
export function holidayName(name: string, language: 'vi' | 'en'): string {
  if (language === 'vi') return name;
  const instead = /^Nghỉ bù (?<holiday>.+)$/.exec(name)?.groups?.['holiday'];
  if (instead !== undefined) return `Day in lieu of ${holidayName(instead, language)}`;
  const swapped = /^Hoán đổi với (?<day>.+)$/.exec(name)?.groups?.['day'];
  if (swapped !== undefined) return `Swapped with ${swapped}`;
  return ENGLISH[name] ?? name;
}
