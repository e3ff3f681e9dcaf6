import { PROCEDURE_GROUP_NAMES } from '@lienthong/contracts';
import { columnChart } from '../charts/column-chart';
import { lineChart } from '../charts/line-chart';
import { PALETTE } from '../charts/palette';
import { decimal, month as monthOf, percent, whole } from '../format/vietnamese';
import { section } from '../html/bilingual';
import { type Markup } from '../html/markup';
import { table } from '../html/table';
import { type ReplayReport } from '../replay-report';
import { type MonthTimes, type TimeSummary } from '../../statistics';
import { onTimeOf } from './on-time-of';

const GROUPS = ['birth', 'death'] as const;

/** How cases of each month of filing fared: shows holidays, staff cuts and outages. */
export function byMonth({ statistics: { months } }: ReplayReport): Markup | undefined {
  if (months.length === 0) return undefined;
  const names = months.map(({ month }) => monthOf(month));
  const present = GROUPS.filter((group) => months.some((month) => month[group] !== null));
  const busiest = months.reduce((most, month) => (month.filed > most.filed ? month : most));
  const days = (times: TimeSummary | null, of: 'p50' | 'p90') =>
    times ? decimal(times.workingDays[of], 2) : '–';
  return section(
    'months',
    { vi: 'Theo tháng nộp hồ sơ', en: 'By month of filing' },
    columnChart({
      title: { vi: 'Hồ sơ đã kết thúc theo tháng nộp', en: 'Ended cases by month of filing' },
      alternative: `Nhiều hồ sơ nhất: tháng ${monthOf(busiest.month)}, ${whole(busiest.filed)} hồ sơ nộp.`,
      x: { unit: 'tháng', names },
      y: { unit: 'hồ sơ' },
      columns: present.map((group) => ({
        name: PROCEDURE_GROUP_NAMES[group],
        colour: PALETTE[group],
        values: months.map((month) => month[group]?.cases ?? 0),
      })),
    }),
    ...(months.length === 1 ? [] : [slowest(months, names, present)]),
    table<MonthTimes>(
      {
        vi: 'Theo tháng nộp; thời gian tính bằng ngày làm việc',
        en: 'By month of filing; times in working days',
      },
      [
        { head: { vi: 'Tháng', en: 'Month' }, value: ({ month }) => monthOf(month), text: true },
        { head: { vi: 'Hồ sơ', en: 'Dossiers' }, value: ({ filed }) => whole(filed) },
        { head: { vi: 'Khai sinh p50', en: 'birth' }, value: ({ birth }) => days(birth, 'p50') },
        { head: { vi: 'p90', en: 'p90' }, value: ({ birth }) => days(birth, 'p90') },
        { head: { vi: 'Khai tử p50', en: 'death' }, value: ({ death }) => days(death, 'p50') },
        { head: { vi: 'p90', en: 'p90' }, value: ({ death }) => days(death, 'p90') },
        { head: { vi: 'Đúng hạn', en: 'on time' }, value: (row) => percent(onTimeOf(row)) },
      ],
      months,
    ),
  );
}

function slowest(
  months: readonly MonthTimes[],
  names: readonly string[],
  present: readonly (typeof GROUPS)[number][],
): Markup {
  const top = (group: (typeof GROUPS)[number]): string => {
    const most = months.reduce((day, month) => Math.max(day, month[group]?.workingDays.p90 ?? 0), 0);
    return `${PROCEDURE_GROUP_NAMES[group].vi}: cao nhất ${decimal(most, 2)} ngày.`;
  };
  return lineChart({
    title: { vi: '90% hồ sơ xong trong (p90)', en: 'Working days within which 90 % ended' },
    alternative: present.map(top).join(' '),
    x: { unit: 'tháng', names },
    y: { unit: 'ngày làm việc' },
    lines: present.map((group) => ({
      name: PROCEDURE_GROUP_NAMES[group],
      colour: PALETTE[group],
      ...(group === 'death' ? { dashed: true as const } : {}),
      points: months.map((month, i): [string, number | null] => [
        names[i] ?? '',
        month[group]?.workingDays.p90 ?? null,
      ]),
    })),
    height: 200,
  });
}
