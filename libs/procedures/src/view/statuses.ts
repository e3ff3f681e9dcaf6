import { type CaseAction, type CaseStatus, type ProcedureStatus } from '@lienthong/contracts';
import { type LinkedStatusCode, type NationalStatusCode } from '@lienthong/numbers';
import { type Phase } from '../saga/saga-phase';
import { type SagaNode } from '../saga/saga-table';

const PROCEDURE_STATUS: Readonly<Record<Phase, ProcedureStatus>> = {
  'not-started': 'not-started',
  requested: 'in-progress',
  verifying: 'in-progress',
  'awaiting-supplement': 'awaiting-supplement',
  stopping: 'in-progress',
  completed: 'completed',
  refused: 'refused',
  stopped: 'stopped',
  correcting: 'completed',
  revoking: 'completed',
  revoked: 'cancelled',
};

export function procedureStatus(phase: Phase): ProcedureStatus {
  return PROCEDURE_STATUS[phase];
}

/** What can be asked of a case now: exactly what its statechart offers. */
export function allowedActions(node: SagaNode): readonly CaseAction[] {
  const actions: CaseAction[] = [];
  if (node.status === 'awaiting-supplement') actions.push('supplement');
  if (node.next('withdraw')) actions.push('withdraw');
  if (node.next('correct')) actions.push('correct');
  if (node.next('cancel')) actions.push('cancel');
  return actions;
}

const NATIONAL: Readonly<Record<CaseStatus, NationalStatusCode>> = {
  submitted: 1,
  'in-progress': 4,
  'awaiting-supplement': 5,
  completed: 10,
  'partially-completed': 10,
  refused: 3,
  withdrawn: 7,
  stopped: 8,
  cancelled: 8,
};

/** Trạng thái hồ sơ on the national portal; a withdrawal shows as soon as it is asked for. */
export function nationalStatus({ status, snapshot }: SagaNode): NationalStatusCode {
  return status === 'in-progress' && snapshot.context.ending === 'withdrawn' ? 7 : NATIONAL[status];
}

/**
 * What the province last told the linked software: it speaks of the registry's part. There is no status for a
 * dossier that was withdrawn or stopped before registration: it is told as refused, with the reason.
 */
export function linkedStatus(node: SagaNode): LinkedStatusCode {
  switch (node.phase('civil-registry')) {
    case 'not-started':
      return 1;
    case 'requested':
    case 'verifying':
    case 'stopping':
      return 7;
    case 'awaiting-supplement':
      return 2;
    case 'refused':
    case 'stopped':
      return 6;
    case 'completed':
      return isFanningOut(node) ? 4 : 5;
    case 'correcting':
    case 'revoking':
    case 'revoked':
      return 5;
  }
}

/** Registered, but other agencies of the case are still at work for the first time. */
function isFanningOut({ snapshot: { value } }: SagaNode): boolean {
  return typeof value === 'object' && 'branches' in value;
}
