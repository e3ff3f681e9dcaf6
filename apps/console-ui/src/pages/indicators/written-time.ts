/** `2026-11-22` as `22/11/2026`, `2026-11` as `11/2026`, `2026-W47` as `Tuần 47/2026`. */
export function writtenTime(by: 'day' | 'week' | 'month', key: string, language: 'vi' | 'en'): string {
  if (by !== 'week') return key.split('-').reverse().join('/');
  const [year = '', week = ''] = key.split('-W');
  if (week === '') return key.split('-').reverse().join('/');
  return language === 'vi' ? `Tuần ${week}/${year}` : `Week ${week}/${year}`;
}
