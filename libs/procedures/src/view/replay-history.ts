import { type CaseEventName, type HistoryEntry } from '@lienthong/contracts';
import { getInitialMicrosteps, getMicrosteps, type SnapshotFrom, type StateValue } from 'xstate';
import { type CaseState } from '../case/case-state';
import { type CaseMachine } from '../saga/case.machine';
import { sagaOf } from '../saga/machines';
import { type AgencySignal, type CaseSignal, type SagaAction, type SagaEvent } from '../saga/saga-events';
import { toAction } from '../saga/saga-table';
import { stateIds } from './state-ids';

/** What one input did to a case, as its history and its machine tell together. */
export interface ReplayedStep {
  readonly at: number;
  /** `dossier.submitted` for the filing, else the event of the saga; undefined where only something was noted. */
  readonly event: string | undefined;
  /** The history entries it wrote. */
  readonly entries: readonly HistoryEntry[];
  readonly actions: readonly SagaAction[];
  /** Ids of the states that were entered, those too that were left at once. */
  readonly entered: readonly string[];
  /** Where the saga stood after it. */
  readonly value: StateValue;
}

type Live = SnapshotFrom<CaseMachine>;
type Micro = readonly (readonly [Live, readonly { readonly type: string; readonly params: unknown }[]])[];

/** Entries that an agency's report writes, by what it reports. */
const SIGNALS: Readonly<Partial<Record<CaseEventName, AgencySignal>>> = {
  'birth.registered': 'approved',
  'death.registered': 'approved',
  'residence.registered': 'approved',
  'residence.deleted': 'approved',
  'health-card.issued': 'approved',
  'benefit.decided': 'approved',
  'registration.refused': 'refused',
  'residence.refused': 'refused',
  'health-card.refused': 'refused',
  'benefit.refused': 'refused',
  'residence-verification.opened': 'verification-opened',
  'supplement.requested': 'supplement-requested',
  'supplement.provided': 'supplement-provided',
  'supplement.expired': 'window-expired',
  'apology.issued': 'deadline-passed',
  'work.stopped': 'stopped',
  'certificate.corrected': 'corrected',
  'correction.not-applicable': 'corrected',
  'correction.rejected': 'corrected',
  'residence.corrected': 'corrected',
  'health-card.corrected': 'corrected',
  'benefit.corrected': 'corrected',
  'birth-registration.cancelled': 'revoked',
  'death-registration.cancelled': 'revoked',
  'residence.revoked': 'revoked',
  'health-card.revoked': 'revoked',
  'benefit.revoked': 'revoked',
};

const CASE_EVENTS: Readonly<Partial<Record<CaseEventName, CaseSignal>>> = {
  'withdrawal.requested': 'withdraw',
  'stop.requested': 'stop',
  'correction.requested': 'correct',
  'cancellation.requested': 'cancel',
};

/** Entries of inputs that moved nothing. */
const NOTES: ReadonlySet<CaseEventName> = new Set<CaseEventName>([
  'personal-id.allocated',
  'work.remarked',
  'request.rejected',
]);

/**
 * Plays a case's history against the machine that it is on. Every input wrote at least one entry, and what it led to is
 * the machine's to say, so that the path taken, transient states included, and the commands sent need not be stored.
 */
export function replayHistory({
  dossier,
  machineVersion,
  agencies,
  history,
}: CaseState): readonly ReplayedStep[] {
  const { machine } = sagaOf(dossier.procedureGroup, machineVersion);
  const chosen = agencies.map(({ agency }) => agency);
  const steps: ReplayedStep[] = [];
  let live: Live | undefined;
  for (const entries of inputsOf(history)) {
    const [first] = entries;
    if (!first) continue;
    const event = eventOf(first);
    const micro: Micro = !live
      ? getInitialMicrosteps(machine, { chosen })
      : event === undefined
        ? []
        : getMicrosteps(machine, live, { type: event } as SagaEvent);
    const before = live;
    live = micro.at(-1)?.[0] ?? live;
    steps.push({
      at: entries.at(-1)?.at ?? first.at,
      event: before ? event : first.type,
      entries,
      actions: micro.flatMap(([, actions]) => actions.map(toAction)),
      entered: enteredBy(before, micro),
      value: live?.value ?? {},
    });
  }
  return steps;
}

/** The history cut up by the inputs that wrote it. */
function inputsOf(history: readonly HistoryEntry[]): readonly (readonly HistoryEntry[])[] {
  const inputs: HistoryEntry[][] = [];
  for (const entry of history) {
    const last = inputs.at(-1);
    if (!last || eventOf(entry) !== undefined || NOTES.has(entry.type)) inputs.push([entry]);
    else last.push(entry);
  }
  return inputs;
}

function eventOf({ type, agency }: HistoryEntry): string | undefined {
  const signal = SIGNALS[type];
  return signal === undefined ? CASE_EVENTS[type] : `${agency}.${signal}`;
}

function enteredBy(from: Live | undefined, micro: Micro): readonly string[] {
  const entered: string[] = [];
  let before = new Set(from ? stateIds(from.value) : []);
  for (const [live] of micro) {
    const after = stateIds(live.value);
    entered.push(...after.filter((id) => !before.has(id)));
    before = new Set(after);
  }
  return entered;
}
