import { type IndicatorRow } from '@lienthong/contracts';
import { inWorkingDays } from './rows';

type Option = Readonly<Record<string, unknown>>;

const JADE = { p50: '#2f999f', p90: '#c2730f', p99: '#b1416f' } as const;
const GRID = { left: 8, right: 12, top: 36, bottom: 4, containLabel: true };

/** Bars of what ended, with the share on time (per cent) as a line over them. */
export function flowOption(
  rows: readonly IndicatorRow[],
  keys: readonly string[],
  names: { readonly ended: string; readonly onTime: string },
  count: (value: number) => string,
): Option {
  return {
    grid: GRID,
    legend: { top: 0, icon: 'roundRect' },
    tooltip: { trigger: 'axis' },
    xAxis: { type: 'category', data: keys, axisTick: { show: false } },
    yAxis: [
      { type: 'value', minInterval: 1, axisLabel: { formatter: count } },
      {
        type: 'value',
        max: 100,
        min: lowest(rows),
        axisLabel: { formatter: '{value}%' },
        splitLine: { show: false },
      },
    ],
    series: [
      {
        name: names.ended,
        type: 'bar',
        barMaxWidth: 22,
        color: '#70babe',
        data: rows.map(({ ended }) => ended),
      },
      {
        name: names.onTime,
        type: 'line',
        yAxisIndex: 1,
        symbolSize: 5,
        color: '#2b8a3e',
        data: rows.map(({ onTimeShare }) => (onTimeShare === undefined ? null : round(100 * onTimeShare))),
      },
    ],
  };
}

/** p50, p90 and p99 as lines, and the law's limit across where all rows share one. */
export function timesOption(rows: readonly IndicatorRow[], keys: readonly string[]): Option {
  const limit = sharedLimit(rows);
  return {
    grid: GRID,
    legend: { top: 0, icon: 'roundRect' },
    tooltip: { trigger: 'axis' },
    xAxis: { type: 'category', data: keys, axisTick: { show: false } },
    yAxis: { type: 'value', min: 0 },
    series: (['p50', 'p90', 'p99'] as const).map((name, index) => ({
      name,
      type: 'line',
      symbolSize: 5,
      color: JADE[name],
      data: rows.map((row) => {
        const ms = row[`${name}Ms`];
        return ms === undefined ? null : round(inWorkingDays(ms));
      }),
      ...(index === 0 &&
        limit !== undefined &&
        limit > 0 && {
          markLine: { symbol: 'none', lineStyle: { color: '#e03131' }, data: [{ yAxis: limit }] },
        }),
    })),
  };
}

/** The limit (working days) that all rows have, if there is one. */
export function sharedLimit(rows: readonly IndicatorRow[]): number | undefined {
  const limit = rows[0]?.limitWorkingDays;
  return rows.every(({ limitWorkingDays }) => limitWorkingDays === limit) ? limit : undefined;
}

/** Where the axis of shares begins (per cent): the differences near 100 should be seen. */
function lowest(rows: readonly IndicatorRow[]): number {
  const shares = rows.flatMap(({ onTimeShare }) => (onTimeShare === undefined ? [] : [100 * onTimeShare]));
  return Math.max(0, Math.floor(Math.min(100, ...shares) / 10) * 10 - 10);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
