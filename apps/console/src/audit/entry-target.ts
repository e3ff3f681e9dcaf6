import { type AuditEntry } from '@lienthong/contracts';
import { incidentKey } from '@lienthong/incidents';
import { isDossierNumber } from '@lienthong/numbers';

/**
 * Whether an entry is about what somebody looks for: the same target or, where that is a dossier number, whatever was done
 * to a piece of work on that dossier or to an incident that held it up.
 */
export function isAbout(entry: AuditEntry, wanted: string): boolean {
  if (entry.target === wanted) return true;
  return isDossierNumber(wanted) && dossierOf(entry) === wanted;
}

/** The dossier behind a target that is named otherwise. */
function dossierOf({ action, target, before }: AuditEntry): unknown {
  if (action === 'work.decide') return target.split('/')[1];
  if (!action.startsWith('incident.')) return undefined;
  // Who retried one incident noted its dossier; a batch's items have their id only, in which its aggregate is named.
  return before?.['dossierNumber'] ?? incidentKey(target)?.aggregateId.replace(/^[a-z]-/, '');
}
