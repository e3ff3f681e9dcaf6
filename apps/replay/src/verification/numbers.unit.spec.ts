import fc from 'fast-check';
import { Identifiers } from './identifiers';
import { NumberSet } from './number-set';
import { RunningNumbers } from './running-numbers';

describe('NumberSet', () => {
  it('takes each number once, as a Set does', () => {
    const numbers = fc.array(
      fc.oneof(
        fc.integer({ min: 1, max: 40 }),
        fc.maxSafeNat().map((n) => n + 1),
      ),
      {
        maxLength: 5_000,
      },
    );
    fc.assert(
      fc.property(numbers, (list) => {
        const ours = new NumberSet();
        const theirs = new Set<number>();
        for (const number of list.filter(Number.isSafeInteger)) {
          expect(ours.add(number)).toBe(!theirs.has(number));
          theirs.add(number);
        }
        expect(ours.size).toBe(theirs.size);
      }),
      { numRuns: 50 },
    );
  });

  it('tells numbers apart that differ above 2^32 only', () => {
    const set = new NumberSet();
    expect([1, 2 ** 32 + 1, 2 ** 52 + 1].map((number) => set.add(number))).toEqual([true, true, true]);
    expect(set.add(2 ** 52 + 1)).toBe(false);
  });
});

describe('Identifiers', () => {
  it.each([
    ['TE1010123456789', 'TE1010123456780'],
    ['001090012345', '01090012345'],
    ['CT.00004-240701-0001', 'CT.00004-240701-00011'],
    ['0'.repeat(20), '0'.repeat(21)],
    ['abc', 'abd'],
  ])('tells %s from %s, and finds both again', (one, other) => {
    const known = new Identifiers();
    expect([one, other, one, other].map((text) => known.add(text))).toEqual([true, true, false, false]);
  });
});

describe('RunningNumbers', () => {
  it('finds what is given out twice and what is missing, whatever the order', () => {
    const numbers = new RunningNumbers();
    for (const number of [5, 1, 2, 70, 3]) expect(numbers.add('register', number)).toBe(true);
    expect(numbers.add('register', 70)).toBe(false);
    expect(numbers.add('another', 1)).toBe(true);
    expect([...numbers.gaps()]).toEqual([{ name: 'register', missing: 65 }]);
    expect([numbers.has('register', 5), numbers.has('register', 4), numbers.has('none', 1)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it.each([0, -1, 1.5, NaN])('has no place for %s', (number) => {
    expect(new RunningNumbers().add('register', number)).toBe(false);
  });
});
