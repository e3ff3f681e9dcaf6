import fc from 'fast-check';
import { type Outcome, packOutcome, unpackOutcome } from './outcome';
import { bucketMs, bucketOf } from './working-time';

const outcomes: fc.Arbitrary<Outcome> = fc.record(
  {
    result: fc.constantFrom('completed', 'refused', 'stopped'),
    onTime: fc.boolean(),
    supplements: fc.nat(7),
    limitWorkingDays: fc.nat(63),
    netBucket: fc.nat(500),
    applicantBucket: fc.nat(500),
  },
  { requiredKeys: ['result', 'onTime', 'supplements', 'limitWorkingDays', 'netBucket'] },
);

describe('an outcome as one number', () => {
  it('is read back as it was', () => {
    fc.assert(
      fc.property(outcomes, (outcome) => expect(unpackOutcome(packOutcome(outcome))).toEqual(outcome)),
    );
  });

  it('keeps what is too large at the largest it can hold, and leaves the rest alone', () => {
    const packed = packOutcome({
      result: 'refused',
      onTime: false,
      supplements: 9,
      limitWorkingDays: 90,
      netBucket: 3,
      applicantBucket: 600,
    });
    expect(unpackOutcome(packed)).toEqual({
      result: 'refused',
      onTime: false,
      supplements: 7,
      limitWorkingDays: 63,
      netBucket: 3,
      applicantBucket: 510,
    });
  });
});

describe('a bucket of working time', () => {
  it('stands for everything in it within 2.5 %', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000, max: 4_000_000_000 }), (ms) => {
        expect(Math.abs(bucketMs(bucketOf(ms)) - ms) / ms).toBeLessThan(0.025);
      }),
      { examples: [[1_000], [1_049], [1_050]] },
    );
  });

  it('is the first for less than a second', () => {
    expect([bucketOf(0), bucketOf(999), bucketMs(0)]).toEqual([0, 0, 0]);
    expect(bucketOf(1_000)).toBe(1);
  });
});
