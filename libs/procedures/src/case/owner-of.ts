import { type LinkedAgencyId } from '@lienthong/contracts';
import { type Awaited, type CaseState } from './case-state';
import { caseTimers, nodeOf } from './case-timers';

/** Whose move it is in a case. */
export type CaseOwner =
  | { readonly kind: 'nobody-needed' }
  | { readonly kind: 'command'; readonly agency: LinkedAgencyId; readonly command: Awaited }
  | { readonly kind: 'applicant'; readonly agency: LinkedAgencyId; readonly until: number };

/** Whether a case is at rest: nothing is owed, whatever may still be asked of it. */
export function isAtRest(state: CaseState): boolean {
  const { value, status } = state.snapshot;
  return status === 'done' || (typeof value === 'object' && 'settled' in value);
}

/**
 * Who moves an open case on: the agency with an outstanding command, or the applicant within a window that a timer
 * guards. Undefined means that it would stand still for ever, which must never happen. Judged by what was really sent
 * and set, agency by agency, not by what the statechart means to be waiting for.
 */
export function ownerOf(state: CaseState): CaseOwner | undefined {
  if (isAtRest(state)) return { kind: 'nobody-needed' };
  const node = nodeOf(state);
  const windows = caseTimers(state).filter(({ name }) => name.startsWith('window:'));
  let owner: CaseOwner | undefined;
  for (const { agency, awaited } of state.agencies) {
    const until = windows.find(({ name }) => name === `window:${agency}`)?.dueAt;
    if (awaited === 'supplement' && until !== undefined) owner ??= { kind: 'applicant', agency, until };
    else if (awaited !== 'nothing' && awaited !== 'supplement')
      owner ??= { kind: 'command', agency, command: awaited };
    else if (MOVING.has(node.phase(agency))) return undefined;
  }
  return owner;
}

/** Phases in which somebody has to move. */
const MOVING: ReadonlySet<string> = new Set([
  'requested',
  'verifying',
  'awaiting-supplement',
  'stopping',
  'correcting',
  'revoking',
]);
