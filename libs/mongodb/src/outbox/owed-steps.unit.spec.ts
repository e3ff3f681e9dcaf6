import { OwedSteps } from './owed-steps';

describe('OwedSteps', () => {
  it('owes an attempt from before its write until it is published', () => {
    const owed = new OwedSteps();
    owed.begin('x', 2, 7, 100);
    expect([owed.owes('x', 7), owed.owes('x', 8), owed.owes('y', 7)]).toEqual([true, false, false]);
    owed.settle('x', 7);
    expect(owed.owes('x', 7)).toBe(false);
  });

  it('still owes a write of unknown outcome while the stored version is older: it may land late', () => {
    const owed = new OwedSteps();
    owed.begin('x', 2, 7, 100);
    owed.begin('x', 2, 8, 200);
    owed.stored('x', 1, 3);
    expect([owed.owes('x', 7), owed.owes('x', 8)]).toEqual([true, true]);
    owed.stored('x', 2, 7);
    expect([owed.owes('x', 7), owed.owes('x', 8)]).toEqual([true, false]);
  });

  it('counts the age of saved steps only, and forgets in time what never landed', () => {
    const owed = new OwedSteps();
    owed.begin('lost', 1, 1, 100);
    owed.begin('x', 1, 2, 200);
    owed.begin('y', 1, 3, 300);
    owed.saved('x', 2);
    owed.saved('y', 3);
    expect(owed.oldest()).toBe(200);
    expect(owed.waiting(200)).toEqual(['lost', 'x']);
    owed.forget(250);
    expect([owed.owes('lost', 1), owed.owes('x', 2)]).toEqual([false, true]);
  });

  it('hands out the publishing that is under way', () => {
    const owed = new OwedSteps();
    owed.begin('x', 1, 1, 100);
    const work = Promise.resolve();
    owed.publishing('x', 1, work);
    expect(owed.underWay('x', 1)).toBe(work);
    expect(owed.waiting(1_000)).toEqual([]);
    owed.publishing('x', 1, undefined);
    expect(owed.underWay('x', 1)).toBeUndefined();
  });
});
