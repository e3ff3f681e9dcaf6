import { type IndicatorRow } from '@lienthong/contracts';
import { sharedLimit, timesOption } from './course-options';

const row = (key: string, more: Partial<IndicatorRow> = {}): IndicatorRow => ({
  key,
  ended: 10,
  supplements: 0,
  refused: 0,
  completed: 10,
  ...more,
});

describe('sharedLimit', () => {
  it('is what all rows have', () => {
    expect(sharedLimit([row('a', { limitWorkingDays: 3 }), row('b', { limitWorkingDays: 3 })])).toBe(3);
  });

  it('is none where they differ or some have none', () => {
    expect(
      sharedLimit([row('a', { limitWorkingDays: 3 }), row('b', { limitWorkingDays: 5 })]),
    ).toBeUndefined();
    expect(sharedLimit([row('a', { limitWorkingDays: 3 }), row('b')])).toBeUndefined();
  });
});

describe('timesOption', () => {
  it('draws working days, and a gap where there is no figure', () => {
    const { series } = timesOption([row('a', { p50Ms: 4 * 3_600_000 }), row('b')], ['a', 'b']);
    expect((series as { data: unknown }[])[0]?.data).toEqual([0.5, null]);
  });
});
