import { dueState } from './due';

const now = Date.parse('2026-11-22T23:30:00.000+07:00');

describe('dueState', () => {
  it.each([
    ['2026-11-22T23:29:59.000+07:00', 'overdue'],
    ['2026-11-22T23:30:00.000+07:00', 'today'],
    ['2026-11-23T00:00:00.000+07:00', 'tomorrow'],
    ['2026-11-24T00:00:00.000+07:00', 'later'],
  ])('of %s is %s', (dueAt, state) => {
    expect(dueState(dueAt, now)).toBe(state);
  });
});
