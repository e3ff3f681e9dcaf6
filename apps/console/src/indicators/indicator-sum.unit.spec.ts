import { bucketMs } from '../read-model/working-time';
import { IndicatorSum } from './indicator-sum';
import { dayKey, monthKey, weekKey } from './period-keys';

const dayOf = (day: string): number => Date.parse(day) / 86_400_000;

describe('IndicatorSum', () => {
  const outcome = {
    result: 'completed',
    onTime: true,
    supplements: 0,
    limitWorkingDays: 3,
    netBucket: 200,
  } as const;

  it('adds outcomes up', () => {
    const sum = new IndicatorSum();
    sum.add(outcome, 89);
    sum.add({ ...outcome, onTime: false, supplements: 2, netBucket: 240, applicantBucket: 150 }, 10);
    sum.add({ ...outcome, result: 'refused', netBucket: 10 }, 1);
    expect(sum.row('01')).toEqual({
      key: '01',
      ended: 100,
      onTimeShare: 0.9,
      p50Ms: bucketMs(200),
      p90Ms: bucketMs(200),
      p99Ms: bucketMs(240),
      applicant: { cases: 10, p50Ms: bucketMs(150), p90Ms: bucketMs(150) },
      limitWorkingDays: 3,
      supplements: 20,
      refused: 1,
      completed: 99,
    });
  });

  it('names no limit where the cases have several, and no share where there are none', () => {
    const sum = new IndicatorSum();
    expect(sum.row('x')).toEqual({ key: 'x', ended: 0, supplements: 0, refused: 0, completed: 0 });
    sum.add(outcome, 1);
    sum.add({ ...outcome, limitWorkingDays: 4 }, 1);
    expect(sum.row('x')).not.toHaveProperty('limitWorkingDays');
  });
});

describe('periods', () => {
  it.each([
    ['2026-11-16', '2026-W47', '2026-11'],
    ['2026-11-22', '2026-W47', '2026-11'],
    ['2024-12-30', '2025-W01', '2024-12'],
    ['2027-01-01', '2026-W53', '2027-01'],
  ])('%s lies in %s and %s', (day, week, month) => {
    expect([dayKey(dayOf(day)), weekKey(dayOf(day)), monthKey(dayOf(day))]).toEqual([day, week, month]);
  });
});
