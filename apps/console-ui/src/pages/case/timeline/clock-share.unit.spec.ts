import { type ClockOfProcedure } from '@lienthong/contracts';
import { clockColor, usedShare } from './clock-share';

const clock = (given: Partial<ClockOfProcedure>): ClockOfProcedure => ({
  procedures: [],
  workingMsUsed: 0,
  state: 'running',
  ...given,
});

it.each([
  [{ workingMsUsed: 1, workingMsLeft: 3 }, 0.25, 'jade.6'],
  [{ workingMsUsed: 8, workingMsLeft: 1 }, 8 / 9, 'orange.7'],
  [{ workingMsUsed: 9, workingMsLeft: -2, overdue: true }, 1, 'red.7'],
  [{ workingMsUsed: 9, workingMsLeft: 0, overdue: true }, 1, 'red.7'],
  [{ workingMsUsed: 1, workingMsLeft: 3, state: 'paused' as const }, 0.25, 'orange.7'],
  [{ workingMsUsed: 1, workingMsLeft: 3, state: 'ended' as const, onTime: true }, 0.25, 'green.7'],
  [{ workingMsUsed: 5, workingMsLeft: 3, state: 'ended' as const, onTime: false }, 5 / 8, 'red.7'],
  [{ state: 'not-started' as const }, 0, 'jade.6'],
  [{ workingMsUsed: 5 }, 0, 'jade.6'],
])('%j has used %d of its time and is %s', (given, share, color) => {
  expect(usedShare(clock(given))).toBeCloseTo(share);
  expect(clockColor(clock(given))).toBe(color);
});
