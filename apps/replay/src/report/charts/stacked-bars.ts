import { type Markup } from '../html/markup';
import { type Bilingual } from '../names';
import { horizontalFigures, verticalNames } from './axes';
import { chart } from './chart';
import { type Colour } from './palette';

interface StackedBars {
  readonly title: Bilingual;
  readonly alternative: string;
  readonly unit: string;
  readonly rows: readonly string[];
  /** Stacked from the left; one value a row. */
  readonly parts: readonly {
    readonly name: Bilingual;
    readonly colour: Colour;
    readonly values: readonly number[];
  }[];
}

export function stackedBars({ title, alternative, unit, rows, parts }: StackedBars): Markup {
  return chart({
    title,
    alternative,
    height: 60 + rows.length * 38,
    legend: parts.map(({ name, colour }) => ({ name, colour, mark: 'area' })),
    option: {
      grid: { left: 8, right: 24, top: 8, bottom: 26, containLabel: true },
      xAxis: horizontalFigures(unit),
      yAxis: verticalNames(rows),
      series: parts.map(({ colour, values }) => ({
        type: 'bar',
        stack: 'all',
        barWidth: 18,
        itemStyle: { color: colour },
        data: [...values],
      })),
    },
  });
}
