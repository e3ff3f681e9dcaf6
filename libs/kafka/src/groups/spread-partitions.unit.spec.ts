import * as fc from 'fast-check';
import { type Holder, spreadPartitions } from './spread-partitions';

const counts = fc.integer({ min: 0, max: 40 });
const groups: fc.Arbitrary<Holder[]> = fc.uniqueArray(
  fc.record({ id: fc.uuid(), held: fc.array(fc.integer({ min: -1, max: 45 }), { maxLength: 20 }) }),
  { minLength: 1, maxLength: 9, selector: ({ id }) => id },
);

describe('spreadPartitions', () => {
  it('gives every partition to one member, as evenly as can be', () => {
    fc.assert(
      fc.property(counts, groups, (count, members) => {
        const spread = spreadPartitions(count, members);
        expect([...spread.keys()].sort()).toEqual(members.map(({ id }) => id).sort());
        const given = [...spread.values()].flat().sort((a, b) => a - b);
        expect(given).toEqual(Array.from({ length: count }, (_, partition) => partition));
        const sizes = [...spread.values()].map(({ length }) => length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('does not depend on the order of the members', () => {
    const shuffled = groups.chain((members) =>
      fc.tuple(fc.constant(members), fc.shuffledSubarray(members, { minLength: members.length })),
    );
    fc.assert(
      fc.property(counts, shuffled, (count, [members, others]) => {
        expect(spreadPartitions(count, others)).toEqual(spreadPartitions(count, members));
      }),
    );
  });

  it('changes nothing when nobody comes or goes', () => {
    fc.assert(
      fc.property(counts, groups, (count, members) => {
        const spread = spreadPartitions(count, members);
        expect(spreadPartitions(count, holders(spread))).toEqual(spread);
      }),
    );
  });

  it('moves only what must move when a member leaves or comes', () => {
    fc.assert(
      fc.property(counts, groups, (count, members) => {
        fc.pre(members.length > 1);
        const before = holders(spreadPartitions(count, members));
        const staying = before.slice(1);
        for (const [id, partitions] of spreadPartitions(count, staying)) {
          const held = before.find((member) => member.id === id)?.held ?? [];
          expect(partitions).toEqual(expect.arrayContaining([...held]));
        }
        const joined = spreadPartitions(count, [...before, { id: 'newcomer', held: [] }]);
        for (const { id, held } of before) {
          expect(held).toEqual(expect.arrayContaining([...(joined.get(id) ?? [])]));
        }
      }),
    );
  });
});

function holders(spread: ReadonlyMap<string, readonly number[]>): Holder[] {
  return [...spread].map(([id, held]) => ({ id, held }));
}
