import { type LinkedAgencyId } from '@lienthong/contracts';
import { agencyChart } from './agency.chart';
import { onSignals } from './on-signals';
import { initialContext } from './saga-context';
import { type SettledStatus } from './saga-events';
import { saga } from './saga.setup';

export type BranchAgency = Exclude<LinkedAgencyId, 'civil-registry'>;

export interface CaseMachineSpec {
  readonly id: string;
  readonly version: number;
  /** The agencies that work side by side once the registry has issued its certificate. */
  readonly branches: readonly BranchAgency[];
  /** Those among them that may verify on site before they decide. */
  readonly verifying?: readonly BranchAgency[];
}

/**
 * The saga of a group of linked procedures: the registry first, then the branches in parallel, then rest.
 * A registry that refuses, or gets no answer, ends all; a branch that does leaves the others to run.
 * After issue a correction re-synchronises every agency, and a cancellation unwinds them in reverse order.
 */
export function caseMachine({ id, version, branches, verifying = [] }: CaseMachineSpec) {
  return saga.createMachine({
    id,
    version: String(version),
    context: ({ input }) => initialContext(input.chosen),
    initial: 'registration',
    states: {
      registration: {
        ...agencyChart('civil-registry'),
        onDone: [{ guard: 'fans-out', target: 'branches' }, { target: 'settled' }],
      },
      branches: {
        type: 'parallel',
        states: perAgency(branches, (agency) =>
          agencyChart(agency, { verifies: verifying.includes(agency) }),
        ),
        onDone: 'settled',
      },
      settled: settledState(),
      correcting: {
        initial: 'certificate',
        states: {
          certificate: {
            entry: { type: 'order-correction', params: { agency: 'civil-registry' } },
            on: { 'civil-registry.corrected': 'records' },
          },
          records: { type: 'parallel', states: perAgency(branches, correctionChart), onDone: 'done' },
          done: { type: 'final' },
        },
        onDone: 'settled',
      },
      cancelling: {
        initial: 'next',
        states: {
          next: {
            always: [
              ...[...branches, 'civil-registry' as const].map((agency) => ({
                guard: { type: 'issued-last' as const, params: { agency } },
                target: agency,
              })),
              { target: 'done' },
            ],
          },
          ...perAgency([...branches, 'civil-registry'], revocationState),
          done: { type: 'final' },
        },
        onDone: 'cancelled',
      },
      cancelled: { type: 'final', entry: 'close' },
    },
  });
}

export type CaseMachine = ReturnType<typeof caseMachine>;

/** Where a case rests: which way depends only on what the agencies did and on whether it was being ended. */
function settledState() {
  const resting = (status: SettledStatus) => ({ entry: { type: 'settle' as const, params: { status } } });
  return saga.createStateConfig({
    initial: 'weighing',
    states: {
      weighing: {
        always: [
          { guard: 'registration-refused', target: 'refused' },
          { guard: { type: 'ends-as', params: { ending: 'withdrawn' } }, target: 'withdrawn' },
          { guard: { type: 'ends-as', params: { ending: 'stopped' } }, target: 'stopped' },
          { guard: 'not-registered', target: 'stopped' },
          { guard: 'all-issued', target: 'completed' },
          { target: 'partially-completed' },
        ],
      },
      completed: resting('completed'),
      'partially-completed': resting('partially-completed'),
      refused: resting('refused'),
      withdrawn: resting('withdrawn'),
      stopped: resting('stopped'),
    },
    on: {
      correct: { guard: { type: 'issued', params: { agency: 'civil-registry' } }, target: 'correcting' },
      cancel: { guard: { type: 'issued', params: { agency: 'civil-registry' } }, target: 'cancelling' },
    },
  });
}

/** A branch brings its record in line with the corrected certificate, if it holds one. */
function correctionChart(agency: LinkedAgencyId) {
  const params = { agency };
  return saga.createStateConfig({
    initial: 'choosing',
    states: {
      choosing: { always: [{ guard: { type: 'issued', params }, target: 'ordered' }, { target: 'done' }] },
      ordered: {
        entry: { type: 'order-correction', params },
        on: onSignals(agency, { corrected: { target: 'done' } }),
      },
      done: { type: 'final' },
    },
  });
}

function revocationState(agency: LinkedAgencyId) {
  const params = { agency };
  return saga.createStateConfig({
    entry: { type: 'order-revocation', params },
    on: onSignals(agency, { revoked: { target: 'next', actions: { type: 'revoke', params } } }),
  });
}

function perAgency<Agency extends LinkedAgencyId, Chart>(
  agencies: readonly Agency[],
  chart: (agency: Agency) => Chart,
): Record<Agency, Chart> {
  return Object.fromEntries(agencies.map((agency) => [agency, chart(agency)])) as Record<Agency, Chart>;
}
