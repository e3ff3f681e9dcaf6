import { type CaseEventName, type ProcedureStatus } from '@lienthong/contracts';

/** What an agency's part of a case has become with an entry of its history that names the agency. */
export const STATUS_AFTER: Readonly<Partial<Record<CaseEventName, ProcedureStatus>>> = {
  'dossier.sent-to-registry': 'in-progress',
  'work.requested': 'in-progress',
  'work.resumed': 'in-progress',
  'supplement.requested': 'awaiting-supplement',
  'supplement.expired': 'in-progress',
  'birth.registered': 'completed',
  'death.registered': 'completed',
  'residence.registered': 'completed',
  'residence.deleted': 'completed',
  'health-card.issued': 'completed',
  'benefit.decided': 'completed',
  'registration.refused': 'refused',
  'residence.refused': 'refused',
  'health-card.refused': 'refused',
  'benefit.refused': 'refused',
  'work.stopped': 'stopped',
  'birth-registration.cancelled': 'cancelled',
  'death-registration.cancelled': 'cancelled',
  'residence.revoked': 'cancelled',
  'health-card.revoked': 'cancelled',
  'benefit.revoked': 'cancelled',
};

/** Statuses in which an agency's part has its result. */
export const RESULTS: ReadonlySet<ProcedureStatus> = new Set(['completed', 'refused', 'stopped']);
