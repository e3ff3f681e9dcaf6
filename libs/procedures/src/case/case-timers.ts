import { type Decision, type Timer, type TimerFired } from '@lienthong/engine';
import { type LinkedAgencyId } from '@lienthong/contracts';
import { sagaOf } from '../saga/machines';
import { type SagaNode } from '../saga/saga-table';
import { CaseDraft } from './case-draft';
import { type AgencyProgress, type CaseState } from './case-state';
import { type Performer } from './performer';
import { SUPPLEMENT_EXPIRED } from './reasons';

const NONE: readonly Timer[] = [];

/** The node of the saga's machine a case stands in. */
export function nodeOf({ dossier, machineVersion, snapshot }: CaseState): SagaNode {
  return sagaOf(dossier.procedureGroup, machineVersion).at(snapshot);
}

/** The deadline of every agency at work, until it passed; the window of every agency that waits for the applicant. */
export function caseTimers(state: CaseState): readonly Timer[] {
  if (state.finishedAt !== undefined) return NONE;
  const node = nodeOf(state);
  const timers: Timer[] = [];
  for (const progress of state.agencies) {
    const timer = timerOf(progress, node);
    if (timer) timers.push(timer);
  }
  return timers;
}

function timerOf({ agency, dueAt, windowEndsAt }: AgencyProgress, node: SagaNode): Timer | undefined {
  switch (node.phase(agency)) {
    case 'requested':
    case 'verifying':
      return dueAt === undefined || node.snapshot.context.overdue.includes(agency)
        ? undefined
        : { name: `deadline:${agency}`, dueAt };
    case 'awaiting-supplement':
      return windowEndsAt === undefined ? undefined : { name: `window:${agency}`, dueAt: windowEndsAt };
    default:
      return undefined;
  }
}

/** A timer is due. One that the case has moved away from meanwhile does nothing. */
export function timePasses(
  state: CaseState,
  fired: TimerFired,
  now: number,
  performer: Performer,
): Decision<CaseState> | undefined {
  if (!caseTimers(state).some(({ name, dueAt }) => name === fired.name && dueAt === fired.dueAt))
    return undefined;
  const [kind, agency] = fired.name.split(':') as ['deadline' | 'window', LinkedAgencyId];
  const step = nodeOf(state).next(`${agency}.${kind === 'window' ? 'window-expired' : 'deadline-passed'}`);
  if (!step) return undefined;
  const draft = new CaseDraft(state, now);
  if (kind === 'window') draft.record('supplement.expired', agency, { dueAt: fired.dueAt });
  performer.take(draft, step, { reason: SUPPLEMENT_EXPIRED });
  return draft.decision();
}
