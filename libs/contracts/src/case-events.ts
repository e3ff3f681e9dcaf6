import { type LinkedAgencyId } from './agencies';
import { type Message } from './message';
import { type CaseStatus } from './case-view';

/** One line of a case's history: what the timeline shows and what `case.events` publishes. */
export interface HistoryEntry {
  /** Epoch ms. */
  readonly at: number;
  /** Short name, e.g. `dossier.accepted`: the event type without `vn.lienthong.` and `.v1`. */
  readonly type: CaseEventName;
  readonly agency?: LinkedAgencyId;
  readonly data?: Readonly<Record<string, unknown>>;
}

export const CASE_EVENT_NAMES = [
  'dossier.submitted',
  'dossier.accepted',
  'dossier.sent-to-registry',
  'work.requested',
  'work.resumed',
  'work.remarked',
  'personal-id.allocated',
  'birth.registered',
  'death.registered',
  'registration.refused',
  'residence-verification.opened',
  'residence.registered',
  'residence.deleted',
  'residence.refused',
  'health-card.issued',
  'health-card.refused',
  'benefit.decided',
  'benefit.refused',
  'supplement.requested',
  'supplement.provided',
  'supplement.expired',
  'withdrawal.requested',
  'stop.requested',
  'work.stopped',
  'dossier.stopped',
  'dossier.withdrawn',
  'dossier.refused',
  'result.returned',
  'apology.issued',
  'correction.requested',
  'certificate.corrected',
  'correction.not-applicable',
  'correction.rejected',
  'residence.corrected',
  'health-card.corrected',
  'benefit.corrected',
  'cancellation.requested',
  'birth-registration.cancelled',
  'death-registration.cancelled',
  'residence.revoked',
  'health-card.revoked',
  'benefit.revoked',
  'dossier.cancelled',
  'request.rejected',
] as const;

export type CaseEventName = (typeof CASE_EVENT_NAMES)[number];

/**
 * `case.events`: the saga's history as it grows. `status` is the case's status after it; `index` the entry's place in the
 * history, from 1, so that whoever builds on the events sees what is repeated and what is missing.
 */
export type CaseEvent = Message<
  `vn.lienthong.${CaseEventName}.v1`,
  HistoryEntry & { readonly status: CaseStatus; readonly index: number }
>;
