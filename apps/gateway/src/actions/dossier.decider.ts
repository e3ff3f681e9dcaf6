import { vietnamCalendar } from '@lienthong/calendar';
import {
  type ApplicantMove,
  type CaseEvent,
  type CaseStatus,
  type DossierEvent,
  type LinkedAgencyId,
  type Message,
  type Simulation,
} from '@lienthong/contracts';
import { type Decider, type Decision, type Outgoing, type TimerFired } from '@lienthong/engine';
import { applicantMove, type Rates } from '@lienthong/simulation';
import { IdempotencyKeyReused } from '../intake/submission.decider';

/** What was answered to an action that came with an idempotency key, so that it can be said again. */
export interface KeyedAnswer {
  /** Digest of the key and of whose it is. */
  readonly key: string;
  /** Digest of the action and its body. */
  readonly content: string;
  /** The case's status when the action was taken. */
  readonly status: CaseStatus;
}

/** What a citizen or an operator does to a filed dossier. */
export type ActionContent =
  | { readonly type: 'supplement.provide'; readonly data: ActionData<'supplement.provided'> }
  | { readonly type: 'withdrawal.request'; readonly data: ActionData<'withdrawal.requested'> }
  | { readonly type: 'stop.request'; readonly data: ActionData<'stop.requested'> }
  | { readonly type: 'correction.request'; readonly data: ActionData<'correction.requested'> }
  | { readonly type: 'cancellation.request'; readonly data: ActionData<'cancellation.requested'> };

export type DossierAction = ActionContent & {
  readonly dossierNumber: string;
  /** The operation of the console, if it is one's. */
  readonly operation?: string;
  /** What to answer when it is sent again. */
  readonly answer?: KeyedAnswer;
};

type ActionData<Name extends string> = Extract<
  DossierEvent,
  { readonly type: `vn.lienthong.${Name}.v1` }
>['data'];

/** `case.events` as this decider reads it: the saga tells it when the applicant is a simulated one. */
export type SupplementAsked = CaseEvent & { readonly type: 'vn.lienthong.supplement.requested.v1' };

/** What the simulated applicant has made up its mind to do. */
export interface PlannedAnswer {
  readonly agency: LinkedAgencyId;
  readonly move: Exclude<ApplicantMove, 'ignore'>;
  /** Epoch ms. */
  readonly at: number;
}

export interface DossierActions {
  readonly dossierNumber: string;
  readonly planned: readonly PlannedAnswer[];
  /** The console's last operations that were published, so that one that is tried again is not published again. */
  readonly operations?: readonly string[];
  /** The last answers under an idempotency key, oldest first. */
  readonly answers?: readonly KeyedAnswer[];
}

const EVENT_OF: Readonly<Record<DossierAction['type'], DossierEvent['type']>> = {
  'supplement.provide': 'vn.lienthong.supplement.provided.v1',
  'withdrawal.request': 'vn.lienthong.withdrawal.requested.v1',
  'stop.request': 'vn.lienthong.stop.requested.v1',
  'correction.request': 'vn.lienthong.correction.requested.v1',
  'cancellation.request': 'vn.lienthong.cancellation.requested.v1',
};

const ASKED = 'vn.lienthong.supplement.requested.v1';
const NO_ANSWERS: readonly PlannedAnswer[] = [];
const OPERATIONS_KEPT = 20;
const ANSWERS_KEPT = 50;

/** Aggregate id of what is done to a dossier. */
export function dossierActionsId(dossierNumber: string): string {
  return `d-${dossierNumber}`;
}

/**
 * The answer that was given under the same key before.
 * @throws IdempotencyKeyReused where it was given to something else
 */
export function answerTo(
  state: DossierActions | undefined,
  { key, content }: Pick<KeyedAnswer, 'key' | 'content'>,
): KeyedAnswer | undefined {
  const given = state?.answers?.find((answer) => answer.key === key);
  if (given && given.content !== content) throw new IdempotencyKeyReused();
  return given;
}

/**
 * Publishes what is done to a dossier after filing, by people or by the simulated applicant. Whether it is still
 * allowed when it arrives is the saga's to say.
 * @param seed of the applicant's model
 * @param rates of what the applicant does; the planning values by default
 */
export function createDossierDecider(
  seed: number,
  rates?: Rates,
): Decider<DossierActions, DossierAction | SupplementAsked> {
  return {
    service: 'gateway',
    kind: 'dossier-actions',
    target: (message) => (isForSimulatedApplicant(message) ? dossierActionsId(message.subject) : undefined),
    decide(state, input) {
      if (input.type === 'timer.fired') return state && answer(state, input);
      if (input.type === ASKED) return plan(state, input, seed, rates);
      const { dossierNumber, data, operation, answer: keyed } = input;
      if (operation !== undefined && state?.operations?.includes(operation)) return undefined;
      if (keyed && answerTo(state, keyed)) return undefined;
      return send(withAnswer(withOperation(state ?? opened(dossierNumber), operation), keyed), {
        topic: 'dossier.events',
        type: EVENT_OF[input.type],
        subject: dossierNumber,
        data,
      });
    },
    timers: ({ planned }) => planned.map(({ agency, at }) => ({ name: agency, dueAt: at })),
  };
}

function isForSimulatedApplicant(message: Message): boolean {
  return message.type === ASKED && (message as SupplementAsked).data.data?.['simulatedApplicant'] === true;
}

function plan(
  state: DossierActions | undefined,
  asked: SupplementAsked,
  seed: number,
  rates: Rates | undefined,
): Decision<DossierActions> | undefined {
  const { agency, at: askedAt, data } = asked.data;
  if (agency === undefined) return undefined;
  const { attempt = 1, simulation } = (data ?? {}) as {
    readonly attempt?: number;
    readonly simulation?: Simulation;
  };
  const { move, at } = applicantMove({
    seed,
    dossierNumber: asked.subject,
    agency,
    attempt,
    simulation,
    rates,
    askedAt,
    calendar: vietnamCalendar,
  });
  if (move === 'ignore') return undefined;
  const before = state ?? opened(asked.subject);
  const others = before.planned.filter((answer) => answer.agency !== agency);
  return { state: { ...before, planned: [...others, { agency, move, at }] } };
}

function answer(state: DossierActions, { name }: TimerFired): Decision<DossierActions> | undefined {
  const due = state.planned.find(({ agency }) => agency === name);
  if (!due) return undefined;
  const { dossierNumber } = state;
  const rest = {
    ...state,
    planned: due.move === 'withdraw' ? NO_ANSWERS : state.planned.filter((planned) => planned !== due),
  };
  const action: Outgoing =
    due.move === 'provide'
      ? {
          topic: 'dossier.events',
          type: EVENT_OF['supplement.provide'],
          subject: dossierNumber,
          data: { agency: due.agency, data: {} },
        }
      : {
          topic: 'dossier.events',
          type: EVENT_OF['withdrawal.request'],
          subject: dossierNumber,
          data: { reason: 'simulated-applicant' },
        };
  return send(rest, action);
}

function send(state: DossierActions, message: Outgoing): Decision<DossierActions> {
  return { state, messages: [message] };
}

function withOperation(state: DossierActions, operation: string | undefined): DossierActions {
  if (operation === undefined) return state;
  return { ...state, operations: [...(state.operations ?? []), operation].slice(-OPERATIONS_KEPT) };
}

function withAnswer(state: DossierActions, keyed: KeyedAnswer | undefined): DossierActions {
  if (!keyed) return state;
  return { ...state, answers: [...(state.answers ?? []), keyed].slice(-ANSWERS_KEPT) };
}

function opened(dossierNumber: string): DossierActions {
  return { dossierNumber, planned: NO_ANSWERS };
}
