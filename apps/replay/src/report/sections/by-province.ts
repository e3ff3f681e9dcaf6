import { decimal, percent, whole } from '../format/vietnamese';
import { section } from '../html/bilingual';
import { html, type Markup } from '../html/markup';
import { table, withBar } from '../html/table';
import { type ReplayReport } from '../replay-report';
import { type ProvinceTimes } from '../../statistics';
import { onTimeOf } from './on-time-of';

/** Provinces by number of dossiers, each with the times of both groups. */
export function byProvince({ statistics: { provinces } }: ReplayReport): Markup | undefined {
  if (provinces.length === 0) return undefined;
  const ranked = [...provinces].sort((a, b) => b.filed - a.filed || (a.code < b.code ? -1 : 1));
  const most = ranked[0]?.filed ?? 0;
  const days = (group: 'birth' | 'death', name: 'p50' | 'p90') => (row: ProvinceTimes) =>
    row[group] ? decimal(row[group].workingDays[name], 2) : '–';
  return section(
    'provinces',
    { vi: 'Theo tỉnh, thành phố', en: 'By province' },
    table<ProvinceTimes>(
      {
        vi: 'Xếp theo số hồ sơ; thời gian tính bằng ngày làm việc',
        en: 'Ranked by dossiers; times in working days',
      },
      [
        {
          head: { vi: 'Tỉnh, thành phố', en: 'Province' },
          value: ({ code, name }) => html`<span class="code">${code}</span> ${name}`,
          text: true,
        },
        {
          head: { vi: 'Hồ sơ', en: 'Dossiers' },
          value: ({ filed }) => withBar(most === 0 ? 0 : filed / most, whole(filed)),
        },
        { head: { vi: 'Khai sinh p50', en: 'birth' }, value: days('birth', 'p50') },
        { head: { vi: 'p90', en: 'p90' }, value: days('birth', 'p90') },
        { head: { vi: 'Khai tử p50', en: 'death' }, value: days('death', 'p50') },
        { head: { vi: 'p90', en: 'p90' }, value: days('death', 'p90') },
        { head: { vi: 'Đúng hạn', en: 'on time' }, value: (row) => percent(onTimeOf(row)) },
      ],
      ranked,
    ),
  );
}
