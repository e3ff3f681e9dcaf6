import { pathThrough } from './path-through';

it('draws a straight line between two points', () => {
  expect(
    pathThrough([
      { x: 0, y: 0 },
      { x: 40, y: 0 },
    ]),
  ).toBe('M 0 0 L 40 0');
});

it('rounds corners, less where there is no room', () => {
  const corner = [
    { x: 0, y: 0 },
    { x: 40, y: 0 },
    { x: 40, y: 4 },
  ];
  expect(pathThrough(corner)).toBe('M 0 0 L 34 0 Q 40 0 40 2 L 40 4');
});

it('draws nothing of nothing', () => {
  expect(pathThrough([])).toBe('');
});
