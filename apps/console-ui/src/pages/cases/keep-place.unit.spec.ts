import { shiftOf } from './keep-place';

describe('shiftOf', () => {
  const before = ['a', 'b', 'c', 'd', 'e'];

  it('says how far the row at the top of the view has moved', () => {
    expect(shiftOf(before, ['x', 'y', ...before], 2)).toBe(2);
    expect(shiftOf(before, ['b', 'c', 'd', 'e'], 2)).toBe(-1);
    expect(shiftOf(before, [...before, 'f'], 2)).toBe(0);
  });

  it('follows the next row when that one is gone', () => {
    expect(shiftOf(before, ['x', 'a', 'b', 'd', 'e'], 2)).toBe(0);
    expect(shiftOf(before, ['x', 'y', 'a', 'b', 'e'], 2)).toBe(0);
    expect(shiftOf(before, ['x', 'y', 'z', 'a', 'b', 'e'], 2)).toBe(1);
  });

  it('stays where nothing is left to follow', () => {
    expect(shiftOf(before, ['x', 'y'], 2)).toBe(0);
    expect(shiftOf([], ['x'], 0)).toBe(0);
  });
});
