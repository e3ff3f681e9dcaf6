import { type LineSeriesOption } from 'echarts';
import { type Markup } from '../html/markup';
import { type Bilingual } from '../names';
import { GRID, horizontalFigures, horizontalNames, verticalFigures } from './axes';
import { chart } from './chart';
import { type Colour } from './palette';

export interface Line {
  readonly name: Bilingual;
  readonly colour: Colour;
  readonly dashed?: true;
  /** Ascending by x; a gap where y is null. */
  readonly points: readonly (readonly [x: number | string, y: number | null])[];
}

interface LineChart {
  readonly title: Bilingual;
  readonly alternative: string;
  readonly x: { readonly unit: string; readonly names?: readonly string[] };
  readonly y: { readonly unit: string };
  readonly lines: readonly Line[];
  readonly height?: number;
}

/** Lines over time, or over a rate; over names where there are `names`. */
export function lineChart({ title, alternative, x, y, lines, height = 240 }: LineChart): Markup {
  return chart({
    title,
    alternative,
    height,
    legend: lines.map(({ name, colour, dashed }) => ({ name, colour, mark: dashed ? 'dashed' : 'line' })),
    option: {
      grid: GRID,
      xAxis: x.names ? horizontalNames(x.names, x.unit) : horizontalFigures(x.unit, mostX(lines)),
      yAxis: verticalFigures(y.unit),
      series: lines.map(seriesOf),
    },
  });
}

function seriesOf({ points, colour, dashed }: Line): LineSeriesOption {
  return {
    type: 'line',
    data: points.map((point) => [...point]),
    // A line of one point would be invisible.
    showSymbol: points.length < 20,
    symbol: 'circle',
    symbolSize: 5,
    itemStyle: { color: colour },
    lineStyle: { color: colour, width: 1.6, type: dashed ? [6, 4] : 'solid' },
  };
}

function mostX(lines: readonly Line[]): number {
  return lines.reduce((most, { points }) => {
    const [last] = points.at(-1) ?? [];
    return typeof last === 'number' ? Math.max(most, last) : most;
  }, 0);
}
