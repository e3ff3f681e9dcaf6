import { whole } from '../format/vietnamese';
import { type Markup } from '../html/markup';
import { type Bilingual } from '../names';
import { GRID, horizontalFigures, verticalFigures } from './axes';
import { chart } from './chart';
import { type Colour, PALETTE } from './palette';

interface StepChart {
  readonly title: Bilingual;
  readonly alternative: string;
  readonly x: { readonly unit: string; readonly binWidth: number };
  readonly y: { readonly unit: string };
  readonly colour: Colour;
  /** Of the bins from 0 on. */
  readonly counts: readonly number[];
  /** Drawn across, in the unit of x. */
  readonly limits: readonly number[];
}

/** A histogram over a true scale, with limits as upright lines at their exact places. */
export function stepChart({ title, alternative, x, y, colour, counts, limits }: StepChart): Markup {
  const end = counts.length * x.binWidth;
  return chart({
    title,
    alternative,
    height: 220,
    option: {
      grid: GRID,
      xAxis: horizontalFigures(x.unit, Math.ceil(Math.max(end, ...limits) + x.binWidth)),
      yAxis: verticalFigures(y.unit),
      series: [
        {
          type: 'line',
          step: 'end',
          symbol: 'none',
          data: [...counts.map((count, i) => [i * x.binWidth, count]), [end, counts.at(-1) ?? 0], [end, 0]],
          lineStyle: { color: colour, width: 1.4 },
          areaStyle: { color: colour, opacity: 0.28 },
          markLine: {
            silent: true,
            symbol: 'none',
            lineStyle: { color: PALETTE.limit, type: [4, 3], width: 1.4 },
            label: { color: PALETTE.limit, fontSize: 12, formatter: ({ value }) => whole(Number(value)) },
            data: limits.map((xAxis) => ({ xAxis })),
          },
        },
      ],
    },
  });
}
