import { percentile } from './percentiles';

describe('percentile', () => {
  it('is the value at the nearest rank', () => {
    const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
    expect([0, 50, 90, 91, 99, 100].map((p) => percentile(values, p))).toEqual([1, 5, 9, 10, 10, 10]);
    expect(percentile([7], 50)).toBe(7);
  });

  it('is not a number where there are no values', () => {
    expect(percentile([], 50)).toBeNaN();
  });
});
