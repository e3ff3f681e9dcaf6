import { type LinkedAgencyId } from '@lienthong/contracts';

/** How a case is being brought to an early end. */
export type Ending = 'withdrawn' | 'stopped';

/**
 * What a saga remembers beside its state: lists of agencies, in the order in which it happened to them.
 * Small and finite, so that a machine is a finite graph; everything else about a case is the decider's.
 */
export interface SagaContext {
  /** The agencies the applicant's choice of procedures needs, the registry first. */
  readonly chosen: readonly LinkedAgencyId[];
  /** Those that hold an active record: the stack a cancellation unwinds. */
  readonly issued: readonly LinkedAgencyId[];
  readonly refused: readonly LinkedAgencyId[];
  readonly stopped: readonly LinkedAgencyId[];
  readonly revoked: readonly LinkedAgencyId[];
  /** One mention a supplement request. */
  readonly supplements: readonly LinkedAgencyId[];
  /** Those that let their deadline pass. */
  readonly overdue: readonly LinkedAgencyId[];
  /** Set once the applicant withdraws or an operator stops the case. */
  readonly ending?: Ending;
}

export function initialContext(chosen: readonly LinkedAgencyId[]): SagaContext {
  return { chosen, issued: [], refused: [], stopped: [], revoked: [], supplements: [], overdue: [] };
}

/** The lists that grow. */
export type SagaList = 'issued' | 'refused' | 'stopped' | 'revoked' | 'supplements' | 'overdue';

export function supplementsOf(context: SagaContext, agency: LinkedAgencyId): number {
  return context.supplements.reduce((count, asked) => (asked === agency ? count + 1 : count), 0);
}
