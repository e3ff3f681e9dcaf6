import * as fc from 'fast-check';
import { assign } from './co-partition.assigner';

const TOPICS = ['case.events', 'dossier.events', 'residency.events'];

const members = fc.uniqueArray(
  fc.record({ id: fc.uuid(), held: fc.array(fc.integer({ min: 0, max: 11 })) }),
  { minLength: 1, maxLength: 6, selector: ({ id }) => id },
);

describe('assign', () => {
  it('keeps a partition of all topics at one member', () => {
    fc.assert(
      fc.property(members, fc.integer({ min: 1, max: 12 }), (group, count) => {
        const subscribers = group.map((member) => ({ ...member, topics: new Set(TOPICS) }));
        for (const assignment of assign(TOPICS, subscribers, () => count).values()) {
          for (const topic of TOPICS) expect(assignment[topic]).toEqual(assignment[TOPICS[0]!]);
        }
      }),
    );
  });

  it('gives a topic only to those who subscribe to it, and all of it', () => {
    const subscribing = members.chain((group) =>
      fc.tuple(
        ...group.map((member) => fc.subarray(TOPICS).map((own) => ({ ...member, topics: new Set(own) }))),
      ),
    );
    fc.assert(
      fc.property(subscribing, (group) => {
        const assignments = assign(TOPICS, group, () => 8);
        for (const topic of TOPICS) {
          const given = group.flatMap(({ id }) => assignments.get(id)?.[topic] ?? []);
          const wanted = group.some((member) => member.topics.has(topic));
          expect(given.sort()).toEqual(wanted ? [0, 1, 2, 3, 4, 5, 6, 7] : []);
          for (const { id, topics } of group)
            expect(topic in (assignments.get(id) ?? {}) && !topics.has(topic)).toBe(false);
        }
      }),
    );
  });

  it('spreads each topic over its own number of partitions', () => {
    const both = { topics: new Set(['few', 'many']), held: [] };
    const assignments = assign(
      ['few', 'many'],
      [
        { id: 'a', ...both },
        { id: 'b', ...both },
      ],
      (topic) => (topic === 'few' ? 1 : 4),
    );
    expect([...assignments.values()]).toEqual([
      { few: [0], many: [0, 1] },
      { few: [], many: [2, 3] },
    ]);
  });
});
