import { LINKED_AGENCIES } from '@lienthong/contracts';
import fc from 'fast-check';
import { initialTransition, transition } from 'xstate';
import { birthMachine } from '../birth/birth.machine';
import { sagaOf } from './machines';
import { type SagaEvent, type SagaEventName } from './saga-events';
import { type SagaSnapshot } from './saga-table';

const chosen = ['civil-registry', 'residency', 'health-insurance'] as const;
const SIGNALS = [
  'approved',
  'refused',
  'supplement-requested',
  'verification-opened',
  'stopped',
  'corrected',
  'revoked',
  'supplement-provided',
  'window-expired',
  'deadline-passed',
] as const;
const EVENTS: readonly SagaEventName[] = [
  'withdraw',
  'stop',
  'correct',
  'cancel',
  ...LINKED_AGENCIES.flatMap((agency) => SIGNALS.map((signal): SagaEventName => `${agency}.${signal}`)),
];

describe('SagaTable', () => {
  it('answers what XState answers, from stored snapshots too', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...EVENTS), { maxLength: 60 }), (events) => {
        const table = sagaOf('birth', 1);
        let [live] = initialTransition(birthMachine, { chosen });
        let step = table.start(chosen);
        for (const type of events) {
          const event = { type } as SagaEvent;
          const stored = JSON.parse(JSON.stringify(step.to.snapshot)) as SagaSnapshot;
          const next = table.at(stored).next(type);
          const enabled = live.status === 'active' && live.can(event);
          expect(next !== undefined).toBe(enabled);
          if (!next) continue;
          const [after, wanted] = transition(birthMachine, live, event);
          live = after;
          expect(next.to.snapshot).toEqual({ status: live.status, value: live.value, context: live.context });
          expect(next.actions).toEqual(wanted.map(({ type, params }) => ({ type, ...(params as object) })));
          step = next;
        }
      }),
      { numRuns: 200 },
    );
  });

  it('refuses a version that is not registered, and a state the machine has not', () => {
    expect(() => sagaOf('birth', 99)).toThrow('no machine birth@99');
    const { context } = sagaOf('birth', 1).start(chosen).to.snapshot;
    expect(() => sagaOf('birth', 1).at({ status: 'active', value: 'nowhere', context })).toThrow();
  });

  it('offers verification on site to the residency of births only', () => {
    const offers = (group: 'birth' | 'death', event: SagaEventName): boolean => {
      const agencies =
        group === 'birth' ? chosen : (['civil-registry', 'residency', 'social-benefits'] as const);
      return (
        sagaOf(group, 1).start(agencies).to.next('civil-registry.approved')?.to.next(event) !== undefined
      );
    };
    expect(offers('birth', 'residency.verification-opened')).toBe(true);
    expect(offers('birth', 'health-insurance.verification-opened')).toBe(false);
    expect(offers('death', 'residency.verification-opened')).toBe(false);
  });
});
