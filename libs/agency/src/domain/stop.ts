import { type Reason } from '@lienthong/contracts';
import { type Decision } from '@lienthong/engine';
import { type AgencySpec } from './agency-spec';
import { releaseOfficer } from './officer-queue';
import { report } from './reports';
import { type AgencyRecord, awaitsOfficer, type WorkItem } from './work-item';

/** Stops what is still open. A result stands: its report is on the way already. */
export function stop<Facts, Rec extends AgencyRecord>(
  spec: AgencySpec<Facts, Rec>,
  dossierNumber: string,
  item: WorkItem<Facts, Rec>,
  reason: Reason,
  now: number,
): Decision<WorkItem<Facts, Rec>> | undefined {
  if (item.status === 'decided' || item.status === 'stopped') return undefined;
  const { open: _open, readyAt: _readyAt, ticket: _ticket, keys = [], ...rest } = item;
  const startedAt = awaitsOfficer(item) ? now : Math.min(item.startedAt, now);
  const stopped = { ...rest, status: 'stopped' as const, startedAt, decidedAt: now, reason };
  // While the applicant owed a supplement nobody worked: the order itself is all there was to do.
  const details = { reason, atOnce: item.status === 'awaiting-supplement' };
  const told = report(spec, dossierNumber, stopped, 'stopped', now, details);
  return { state: stopped, messages: [told, ...releaseOfficer(spec, item, now)], releases: keys };
}
