import { type Markup } from '../html/markup';
import { type Bilingual } from '../names';
import { GRID, horizontalNames, verticalFigures } from './axes';
import { chart } from './chart';
import { type Colour } from './palette';

interface ColumnChart {
  readonly title: Bilingual;
  readonly alternative: string;
  readonly x: { readonly unit: string; readonly names: readonly string[] };
  readonly y: { readonly unit: string };
  /** Stacked, the first at the bottom; one value a name. */
  readonly columns: readonly {
    readonly name: Bilingual;
    readonly colour: Colour;
    readonly values: readonly number[];
  }[];
  /** Columns that touch: neighbouring bins of one scale, of which only some are named. */
  readonly bins?: true;
}

export function columnChart({ title, alternative, x, y, columns, bins }: ColumnChart): Markup {
  return chart({
    title,
    alternative,
    height: 220,
    legend: columns.map(({ name, colour }) => ({ name, colour, mark: 'area' })),
    option: {
      grid: GRID,
      xAxis: horizontalNames(x.names, x.unit, bins),
      yAxis: verticalFigures(y.unit),
      series: columns.map(({ colour, values }) => ({
        type: 'bar',
        stack: 'all',
        data: [...values],
        barCategoryGap: bins ? '6%' : '35%',
        barMaxWidth: 48,
        itemStyle: { color: colour },
      })),
    },
  });
}
