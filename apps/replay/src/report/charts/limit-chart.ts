import { type Markup } from '../html/markup';
import { type Bilingual } from '../names';
import { horizontalFigures, verticalNames } from './axes';
import { chart } from './chart';
import { PALETTE } from './palette';

interface LimitChart {
  readonly title: Bilingual;
  readonly alternative: string;
  /** Working days. */
  readonly rows: readonly {
    readonly name: string;
    readonly p50: number;
    readonly p90: number;
    readonly p99: number;
    readonly limit: number;
  }[];
}

/** How far the times of each row reach towards their lawful limit. */
export function limitChart({ title, alternative, rows }: LimitChart): Markup {
  const marks = (symbol: string, size: number | number[], colour: string, of: 'p50' | 'p99' | 'limit') => ({
    type: 'scatter' as const,
    symbol,
    symbolSize: size,
    itemStyle: { color: colour, opacity: 1 },
    data: rows.map((row, i) => [row[of], i]),
  });
  return chart({
    title,
    alternative,
    height: 60 + rows.length * 34,
    legend: [
      { name: { vi: 'Trung vị', en: 'p50' }, colour: PALETTE.ink, mark: 'dot' },
      { name: { vi: '90% hồ sơ', en: 'p90' }, colour: PALETTE.birth, mark: 'area' },
      { name: { vi: '99% hồ sơ', en: 'p99' }, colour: PALETTE.death, mark: 'diamond' },
      { name: { vi: 'Thời hạn', en: 'limit' }, colour: PALETTE.limit, mark: 'tick' },
    ],
    option: {
      grid: { left: 8, right: 24, top: 8, bottom: 26, containLabel: true },
      xAxis: horizontalFigures('ngày làm việc'),
      yAxis: verticalNames(rows.map(({ name }) => name)),
      series: [
        {
          type: 'bar',
          barWidth: 12,
          itemStyle: { color: PALETTE.birth, opacity: 0.45 },
          data: rows.map(({ p90 }) => p90),
        },
        marks('circle', 8, PALETTE.ink, 'p50'),
        marks('diamond', 11, PALETTE.death, 'p99'),
        marks('rect', [3, 24], PALETTE.limit, 'limit'),
      ],
    },
  });
}
