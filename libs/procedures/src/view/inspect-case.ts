import { type WorkingCalendar } from '@lienthong/calendar';
import {
  type CaseInspection,
  type InspectedSaga,
  type InspectedTimer,
  type Language,
  type LinkedAgencyId,
} from '@lienthong/contracts';
import { type CaseState } from '../case/case-state';
import { caseTimers, nodeOf } from '../case/case-timers';
import { ownerOf } from '../case/owner-of';
import { caseView, timelineOf } from './case-view';
import { clocksOf } from './clocks';
import { messagesOf } from './messages-of';
import { processingTime } from './processing-time';
import { replayHistory, type ReplayedStep } from './replay-history';
import { stateIds } from './state-ids';

/** Everything that the saga knows of a case, as of `now` (epoch ms). */
export function inspectCase(
  state: CaseState,
  now: number,
  language: Language,
  calendar: WorkingCalendar,
): CaseInspection {
  const steps = replayHistory(state);
  const owner = inspectedOwner(state);
  return {
    case: caseView(state, now, language),
    paused: state.pausedSince !== undefined,
    timeline: timelineOf(state, language),
    processingTime: processingTime(state, now, calendar),
    saga: inspectedSaga(state, steps),
    timers: caseTimers(state).map(({ name, dueAt }) => inspectedTimer(name, dueAt)),
    ...(owner && { owner }),
    clocks: clocksOf(state, now, calendar),
    messages: messagesOf(state, steps),
    dossier: state.dossier,
    stoppable: nodeOf(state).next('stop') !== undefined,
  };
}

function inspectedSaga(
  { dossier, machineVersion, snapshot }: CaseState,
  steps: readonly ReplayedStep[],
): InspectedSaga {
  return {
    machine: `${dossier.procedureGroup}@${machineVersion}`,
    version: machineVersion,
    value: snapshot.value,
    active: stateIds(snapshot.value),
    path: steps.flatMap(({ at, event = '', entered }) => entered.map((state) => ({ state, at, by: event }))),
  };
}

function inspectedTimer(name: string, dueAt: number): InspectedTimer {
  const [kind, agency] = name.split(':') as ['deadline' | 'window', LinkedAgencyId];
  return { name, agency, dueAt, kind: kind === 'window' ? 'supplement-window' : 'deadline' };
}

function inspectedOwner(state: CaseState): CaseInspection['owner'] {
  const owner = ownerOf(state);
  switch (owner?.kind) {
    case 'nobody-needed':
      return undefined;
    case 'command':
      return { kind: 'agency', agency: owner.agency };
    case 'applicant':
      return { kind: 'applicant', agency: owner.agency };
    case undefined:
      return { kind: 'nobody' };
  }
}
