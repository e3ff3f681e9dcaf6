import { type IndicatorRow } from '@lienthong/contracts';
import { against, inWorkingDays, perHundred, scaleOf, sortRows } from './rows';

const DAY = 8 * 3_600_000;
const row = (key: string, more: Partial<IndicatorRow> = {}): IndicatorRow => ({
  key,
  ended: 100,
  supplements: 0,
  refused: 0,
  completed: 100,
  ...more,
});
const keys = (rows: readonly IndicatorRow[]): readonly string[] => rows.map(({ key }) => key);

describe('sortRows', () => {
  it('puts rows without a figure last whichever way', () => {
    const rows = [row('a'), row('b', { p50Ms: DAY }), row('c', { p50Ms: 2 * DAY })];
    expect(keys(sortRows(rows, 'p50Ms', false))).toEqual(['b', 'c', 'a']);
    expect(keys(sortRows(rows, 'p50Ms', true))).toEqual(['c', 'b', 'a']);
  });

  it('compares refusals by their share of what ended', () => {
    const rows = [row('big', { ended: 1000, refused: 5 }), row('small', { ended: 10, refused: 1 })];
    expect(keys(sortRows(rows, 'refused', true))).toEqual(['small', 'big']);
  });

  it('orders equals by their key', () => {
    expect(keys(sortRows([row('b'), row('a')], 'ended', true))).toEqual(['a', 'b']);
  });
});

describe('scaleOf', () => {
  it('has room for the slowest and for the limit', () => {
    expect(scaleOf([row('a', { p99Ms: 2.2 * DAY }), row('b', { limitWorkingDays: 5 })])).toBe(5);
    expect(scaleOf([row('a', { p99Ms: 6.1 * DAY, limitWorkingDays: 3 })])).toBe(7);
  });

  it('is a day where there is nothing', () => {
    expect(scaleOf([])).toBe(1);
  });
});

describe('against', () => {
  it('tells how much longer half of the cases take', () => {
    expect(against(row('legacy-paper', { p50Ms: 6 * DAY }), row('nd63', { p50Ms: 2 * DAY }))).toBeCloseTo(2);
  });

  it('tells nothing of the same policy or of none', () => {
    const nd63 = row('nd63', { p50Ms: DAY });
    expect(against(nd63, nd63)).toBeUndefined();
    expect(against(nd63, undefined)).toBeUndefined();
  });
});

describe('units', () => {
  it('has eight office hours a working day', () => {
    expect(inWorkingDays(12 * 3_600_000)).toBe(1.5);
  });

  it('divides nothing by nothing', () => {
    expect(perHundred(0, row('a', { ended: 0 }))).toBe(0);
  });
});
