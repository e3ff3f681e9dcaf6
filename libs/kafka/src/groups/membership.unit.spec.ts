import { Membership } from './membership';
import { partitionOfKey } from './partition-of-key';

const COUNTS = new Map([
  ['a', 4],
  ['b', 4],
]);

describe('Membership', () => {
  it('owns the keys of its partitions while it has a share, and none before and after', () => {
    const membership = new Membership(COUNTS);
    const keys = Array.from({ length: 50 }, (_, i) => `dossier-${i}`);
    const owned = (): string[] => keys.filter((key) => membership.owns(key));
    expect([owned(), membership.joined]).toEqual([[], false]);
    membership.join({ a: [1, 3], b: [1, 3] });
    expect(owned()).toEqual(keys.filter((key) => partitionOfKey(key, 4) % 2 === 1));
    expect([membership.held(), membership.joined]).toEqual([[1, 3], true]);
    membership.leave();
    expect([owned(), membership.joined, membership.share]).toEqual([[], false, undefined]);
  });

  it('has joined with an empty share, and owns nothing', () => {
    const membership = new Membership(COUNTS);
    membership.join({});
    expect([membership.joined, membership.owns('x'), membership.held()]).toEqual([true, false, []]);
  });

  it('tells one share from the next', () => {
    const membership = new Membership(COUNTS);
    membership.join({ a: [0] });
    const first = membership.share;
    membership.join({ a: [0] });
    expect(membership.share).not.toBe(first);
  });
});
