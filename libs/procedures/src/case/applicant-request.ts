import {
  type CaseEventName,
  type Dossier,
  type DossierEvent,
  type LinkedAgencyId,
  type Reason,
} from '@lienthong/contracts';
import { type Decision } from '@lienthong/engine';
import { type SagaEventName } from '../saga/saga-events';
import { CaseDraft } from './case-draft';
import { type CaseState } from './case-state';
import { nodeOf } from './case-timers';
import { newFaults } from '../rules/dossier-faults';
import { heldElsewhere } from '../rules/held-content';
import { type Fault, filingAt, type Places } from '../rules/rule';
import { correctedDossier, mergeSupplement } from './merge-supplement';
import { type Performer } from './performer';
import { cancelled, WITHDRAWN } from './reasons';

const NO_FAULTS: readonly Fault[] = [];

/** What a citizen or an operator asks of a case that exists. */
export type CaseRequest = Exclude<DossierEvent, { readonly type: 'vn.lienthong.dossier.submitted.v1' }>;

export interface Granting {
  readonly performer: Performer;
  readonly places: Places;
}

/**
 * Grants a request where the saga's state offers it and the dossier stays one that could be filed. One that comes too
 * late, or that no longer fits the dossier because another came before it, is only written down as rejected.
 */
export function applicantAsks(
  state: CaseState,
  request: CaseRequest,
  now: number,
  { performer, places }: Granting,
): Decision<CaseState> {
  const draft = new CaseDraft(state, now);
  const step = nodeOf(state).next(eventOf(request));
  const faults = step ? faultsBroughtBy(state, request, places) : NO_FAULTS;
  if (!step || faults.length > 0) {
    const { agency } = request.data as { readonly agency?: LinkedAgencyId };
    draft.record('request.rejected', agency, {
      request: nameOf(request),
      ...(faults.length === 0
        ? undefined
        : { errors: faults.map(({ pointer, code }) => ({ pointer, code })) }),
    });
    return draft.decision();
  }
  performer.take(draft, step, { ...note(draft, request) });
  return draft.decision();
}

/** The gateway has checked the request against the dossier as it was then. */
function faultsBroughtBy(state: CaseState, request: CaseRequest, places: Places): readonly Fault[] {
  const { dossier, submittedAt } = state;
  const changed = changedBy(dossier, request);
  if (changed === dossier) return NO_FAULTS;
  const held =
    request.type === 'vn.lienthong.supplement.provided.v1'
      ? heldElsewhere(dossier, changed, request.data.agency, begunIn(state))
      : NO_FAULTS;
  return [...held, ...newFaults(dossier, changed, filingAt(submittedAt, places))];
}

function begunIn(state: CaseState): readonly LinkedAgencyId[] {
  const node = nodeOf(state);
  return state.agencies.map(({ agency }) => agency).filter((agency) => node.phase(agency) !== 'not-started');
}

function changedBy(dossier: Dossier, request: CaseRequest): Dossier {
  switch (request.type) {
    case 'vn.lienthong.supplement.provided.v1':
      return mergeSupplement(dossier, request.data.data).dossier;
    case 'vn.lienthong.correction.requested.v1':
      return correctedDossier(dossier, request.data.data);
    default:
      return dossier;
  }
}

function eventOf(request: CaseRequest): SagaEventName {
  switch (request.type) {
    case 'vn.lienthong.supplement.provided.v1':
      return `${request.data.agency}.supplement-provided`;
    case 'vn.lienthong.withdrawal.requested.v1':
      return 'withdraw';
    case 'vn.lienthong.stop.requested.v1':
      return 'stop';
    case 'vn.lienthong.correction.requested.v1':
      return 'correct';
    case 'vn.lienthong.cancellation.requested.v1':
      return 'cancel';
  }
}

/** Writes a granted request into the case; answers with the reason agencies are given. */
function note(draft: CaseDraft, request: CaseRequest): { readonly reason?: Reason } {
  const { state } = draft;
  switch (request.type) {
    case 'vn.lienthong.supplement.provided.v1': {
      const { agency, data, note: text } = request.data;
      const { dossier, ignored } = mergeSupplement(state.dossier, data);
      state.dossier = dossier;
      draft.record('supplement.provided', agency, {
        blocks: Object.keys(data),
        ...(ignored.length === 0 ? undefined : { ignored }),
        ...(text === undefined ? undefined : { note: text }),
      });
      return {};
    }
    case 'vn.lienthong.withdrawal.requested.v1':
      draft.record('withdrawal.requested', undefined, { reason: request.data.reason });
      return { reason: (state.reason = WITHDRAWN) };
    case 'vn.lienthong.stop.requested.v1':
      draft.record('stop.requested', undefined, { reason: request.data.reason });
      return { reason: (state.reason = request.data.reason) };
    case 'vn.lienthong.correction.requested.v1': {
      state.correction = { number: (state.correction?.number ?? 0) + 1, ...request.data };
      draft.record('correction.requested', undefined, { ...state.correction });
      return {};
    }
    case 'vn.lienthong.cancellation.requested.v1':
      state.reason = cancelled(request.data.reason);
      draft.record('cancellation.requested', undefined, { reason: request.data.reason });
      return { reason: state.reason };
  }
}

/** `vn.lienthong.withdrawal.requested.v1` → `withdrawal.requested`. */
function nameOf({ type }: CaseRequest): CaseEventName {
  return type.slice('vn.lienthong.'.length, -'.v1'.length) as CaseEventName;
}
