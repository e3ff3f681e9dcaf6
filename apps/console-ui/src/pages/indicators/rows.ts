import { type IndicatorDimension, type IndicatorRow } from '@lienthong/contracts';

const WORKING_DAY_MS = 8 * 3_600_000;

export const ROW_SORTS = ['key', 'ended', 'onTimeShare', 'p50Ms', 'p90Ms', 'supplements', 'refused'] as const;
export type RowSort = (typeof ROW_SORTS)[number];

/** Dimensions that are points in time: drawn as a course, always oldest first. */
const TIMES: ReadonlySet<IndicatorDimension> = new Set<IndicatorDimension>(['day', 'week', 'month']);

export function isTime(by: IndicatorDimension): boolean {
  return TIMES.has(by);
}

/** Office hours (ms) in working days. */
export function inWorkingDays(ms: number): number {
  return ms / WORKING_DAY_MS;
}

/** How many supplements were asked for, or cases refused, in a hundred that ended. */
export function perHundred(count: number, { ended }: Pick<IndicatorRow, 'ended'>): number {
  return ended === 0 ? 0 : (100 * count) / ended;
}

/** Rows by one column; shares of cases by their share. Rows without a figure come last whichever way. */
export function sortRows(
  rows: readonly IndicatorRow[],
  sort: RowSort,
  descending: boolean,
): readonly IndicatorRow[] {
  const sign = descending ? -1 : 1;
  return [...rows].sort((one, other) => {
    if (sort === 'key') return sign * one.key.localeCompare(other.key);
    const [a, b] = [figureOf(one, sort), figureOf(other, sort)];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    return sign * (a - b) || one.key.localeCompare(other.key);
  });
}

function figureOf(row: IndicatorRow, sort: Exclude<RowSort, 'key'>): number | undefined {
  if (sort === 'supplements' || sort === 'refused') return perHundred(row[sort], row);
  return row[sort];
}

/** Where bars of these rows end, in working days: room for every p99 and limit, up to a whole day. */
export function scaleOf(rows: readonly IndicatorRow[]): number {
  const ends = rows.map(({ p99Ms, limitWorkingDays }) =>
    Math.max(inWorkingDays(p99Ms ?? 0), limitWorkingDays ?? 0),
  );
  return Math.max(1, Math.ceil(Math.max(0, ...ends)));
}

/** How much longer (positive) or shorter half of the cases take than under another policy, as a share. */
export function against(row: IndicatorRow, other: IndicatorRow | undefined): number | undefined {
  if (row.p50Ms === undefined || !other?.p50Ms || row.key === other.key) return undefined;
  return row.p50Ms / other.p50Ms - 1;
}
