import { type GridComponentOption, type XAXisComponentOption, type YAXisComponentOption } from 'echarts';
import { short } from '../format/vietnamese';
import { PALETTE } from './palette';

const TEXT = { color: PALETTE.muted, fontSize: 12 };
const SPLIT = { lineStyle: { color: PALETTE.line, width: 1 } };
const AXIS_LINE = { show: true, lineStyle: { color: PALETTE.muted } };

/** Leaves room for what stands at the axes, and above for the unit of the vertical one. */
export const GRID: GridComponentOption = { left: 8, right: 16, top: 28, bottom: 26, containLabel: true };

/** Figures upwards, their unit above the axis. */
export function verticalFigures(unit: string): YAXisComponentOption {
  return {
    type: 'value',
    min: 0,
    name: unit,
    nameTextStyle: { ...TEXT, align: 'left', padding: [0, 0, 0, -8] },
    axisLabel: { ...TEXT, formatter: short },
    splitLine: SPLIT,
    splitNumber: 4,
  };
}

/** Figures to the right, their unit below the axis. */
export function horizontalFigures(unit: string, most?: number): XAXisComponentOption {
  return {
    type: 'value',
    min: 0,
    ...(most === undefined ? {} : { max: most }),
    name: unit,
    nameLocation: 'middle',
    nameGap: 26,
    nameTextStyle: TEXT,
    axisLabel: {
      ...TEXT,
      formatter: short,
      hideOverlap: true,
      showMaxLabel: most === undefined || Number.isInteger(most),
    },
    axisLine: AXIS_LINE,
    splitLine: { show: false },
    splitNumber: 6,
  };
}

/** Names to the right; with `sparse` only those that are not empty, wherever they stand. */
export function horizontalNames(
  names: readonly string[],
  unit: string,
  sparse = false,
): XAXisComponentOption {
  return {
    type: 'category',
    data: [...names],
    name: unit,
    nameLocation: 'middle',
    nameGap: 26,
    nameTextStyle: TEXT,
    axisLabel: { ...TEXT, hideOverlap: true, ...(sparse ? { interval: 0 } : {}) },
    axisLine: AXIS_LINE,
    axisTick: { show: false },
  };
}

/** Names downwards, the first on top. */
export function verticalNames(names: readonly string[]): YAXisComponentOption {
  return {
    type: 'category',
    data: [...names],
    inverse: true,
    axisLabel: { ...TEXT, color: PALETTE.ink },
    axisLine: AXIS_LINE,
    axisTick: { show: false },
  };
}
