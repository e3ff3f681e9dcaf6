import { type EChartsCoreOption } from 'echarts/core';

/** What came and went in one day or minute. */
export interface FlowPoint {
  /** As it stands on screen. */
  readonly at: string;
  readonly filed: number;
  readonly ended: number;
}

interface FlowLook {
  readonly names: { readonly filed: string; readonly ended: string };
  readonly colors: { readonly filed: string; readonly ended: string };
  /** What stands below the axis for a point. */
  readonly short: (at: string) => string;
  readonly format: (count: number) => string;
}

/** Two series over time. It is drawn anew with every change of the figures, so nothing moves by itself. */
export function flowOption(
  kind: 'bar' | 'line',
  points: readonly FlowPoint[],
  { names, colors, short, format }: FlowLook,
): EChartsCoreOption {
  return {
    animation: false,
    grid: { left: 4, right: 8, top: 36, bottom: 4, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' },
    legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 12, itemHeight: 8, itemGap: 16 },
    tooltip: { trigger: 'axis', confine: true, valueFormatter: (value: unknown) => format(Number(value)) },
    xAxis: {
      type: 'category',
      data: points.map(({ at }) => at),
      axisTick: { show: false },
      axisLabel: { formatter: short, hideOverlap: true },
    },
    yAxis: { type: 'value', minInterval: 1, axisLabel: { formatter: format } },
    series: (['filed', 'ended'] as const).map((name) => ({
      name: names[name],
      type: kind,
      data: points.map((point) => point[name]),
      color: colors[name],
      ...(kind === 'bar'
        ? { barGap: '10%', barCategoryGap: '35%', itemStyle: { borderRadius: [2, 2, 0, 0] } }
        : { showSymbol: false, lineStyle: { width: 2 } }),
    })),
  };
}
