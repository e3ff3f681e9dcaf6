import { type LinkedAgencyId } from '@lienthong/contracts';
import fc from 'fast-check';
import { sagaOf } from './machines';
import { type SagaEventName } from './saga-events';
import { type SagaNode } from './saga-table';

const chosen = ['civil-registry', 'residency', 'health-insurance'] as const;
const BRANCHES = ['residency', 'health-insurance'] as const;

/** A branch's life without case-level events: supplements and verifications, then its end. */
function branch(agency: LinkedAgencyId): fc.Arbitrary<SagaEventName[]> {
  const supplement: SagaEventName[] = [`${agency}.supplement-requested`, `${agency}.supplement-provided`];
  const ends: SagaEventName[][] = [
    [`${agency}.approved`],
    [`${agency}.refused`],
    [`${agency}.supplement-requested`, `${agency}.window-expired`, `${agency}.stopped`],
  ];
  return fc
    .tuple(fc.integer({ min: 0, max: 2 }), fc.boolean(), fc.constantFrom(...ends))
    .map(([supplements, verifies, end]) => [
      ...Array.from({ length: supplements }, () => supplement).flat(),
      ...(verifies && agency === 'residency' ? [`${agency}.verification-opened` as const] : []),
      ...end,
    ]);
}

/** Two sequences merged by coin tosses, each in its own order. */
const merged = fc
  .tuple(branch('residency'), branch('health-insurance'), fc.infiniteStream(fc.boolean()))
  .map(([first, second, tosses]) => {
    const events: SagaEventName[] = [];
    const [a, b] = [[...first], [...second]];
    while (a.length + b.length > 0) {
      const from = b.length === 0 || (a.length > 0 && tosses.next().value) ? a : b;
      events.push(from.shift()!);
    }
    return { first, second, events };
  });

function fannedOut(): SagaNode {
  return sagaOf('birth', 1).start(chosen).to.next('civil-registry.approved')!.to;
}

function play(node: SagaNode, events: readonly SagaEventName[]): SagaNode {
  return events.reduce((at, event) => {
    const step = at.next(event);
    if (!step) throw new Error(`${event} is not offered in ${JSON.stringify(at.snapshot.value)}`);
    return step.to;
  }, node);
}

/** Where a case ends, whatever the order in which it came about. */
function endOf(node: SagaNode): unknown {
  return { value: node.snapshot.value, phases: chosen.map((agency) => node.phase(agency)) };
}

describe('the order of independent branches', () => {
  it('never changes where a case ends: the reduction that simplePaths makes is sound', () => {
    fc.assert(
      fc.property(merged, ({ first, second, events }) => {
        const canonical = play(fannedOut(), [...first, ...second]);
        expect(endOf(play(fannedOut(), events))).toEqual(endOf(canonical));
      }),
      { numRuns: 500 },
    );
  });

  it('never changes it for a withdrawal either, given what each agency had done by then', () => {
    fc.assert(
      fc.property(merged, fc.nat(), fc.constantFrom('withdraw', 'stop'), ({ events }, cut, ending) => {
        const before = events.slice(0, cut % events.length);
        const ends = [before, canonicalOrder(before)].map((order) =>
          endOf(stopAll(play(fannedOut(), [...order, ending as SagaEventName]))),
        );
        expect(ends[0]).toEqual(ends[1]);
      }),
      { numRuns: 500 },
    );
  });

  it('is left untouched by deadlines that pass', () => {
    fc.assert(
      fc.property(merged, fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }), ({ events }, late) => {
        let node = fannedOut();
        events.forEach((event, i) => {
          for (const agency of late[i] ? BRANCHES : [])
            node = node.next(`${agency}.deadline-passed`)?.to ?? node;
          node = play(node, [event]);
        });
        expect(endOf(node)).toEqual(endOf(play(fannedOut(), events)));
      }),
      { numRuns: 300 },
    );
  });
});

function canonicalOrder(events: readonly SagaEventName[]): readonly SagaEventName[] {
  return BRANCHES.flatMap((agency) => events.filter((event) => event.startsWith(agency)));
}

function stopAll(node: SagaNode): SagaNode {
  return BRANCHES.reduce((at, agency) => at.next(`${agency}.stopped`)?.to ?? at, node);
}
