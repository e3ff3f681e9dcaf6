import { type CorrectionData, type Reason } from '@lienthong/contracts';
import { type Decision } from '@lienthong/engine';
import { CommandOutOfPlace } from './agency.errors';
import { type AgencySpec } from './agency-spec';
import { report } from './reports';
import { type AgencyRecord, type WorkItem } from './work-item';

/**
 * Brings the record in line with a correction (cải chính). Each correction takes effect once.
 * @throws CommandOutOfPlace without an active record
 */
export function correct<Facts, Rec extends AgencyRecord>(
  spec: AgencySpec<Facts, Rec>,
  dossierNumber: string,
  item: WorkItem<Facts, Rec>,
  order: { readonly type: string; readonly correction: number; readonly data: CorrectionData },
  now: number,
): Decision<WorkItem<Facts, Rec>> | undefined {
  const { correction, data } = order;
  if (item.correction !== undefined && correction <= item.correction) return undefined;
  if (!item.record?.active) throw new CommandOutOfPlace(order.type, item.record ? 'revoked' : item.status);
  const record = spec.correct(item.record, data);
  const keys = spec.keysOf?.(record, item.office).filter((key) => !item.keys?.includes(key)) ?? [];
  const corrected = {
    ...item,
    record,
    correction,
    ...(keys.length > 0 && { keys: [...(item.keys ?? []), ...keys] }),
  };
  const result = spec.result(record);
  const subject = spec.subject?.(record, data);
  const details = { result, subject, correction, atOnce: true };
  return {
    state: corrected,
    messages: [report(spec, dossierNumber, corrected, 'corrected', now, details)],
    ...(keys.length > 0 && { claims: keys }),
  };
}

/**
 * Revokes the record and gives up what it claimed; a record revoked already stays so, silently.
 * @throws CommandOutOfPlace without a record
 */
export function revoke<Facts, Rec extends AgencyRecord>(
  spec: AgencySpec<Facts, Rec>,
  dossierNumber: string,
  item: WorkItem<Facts, Rec>,
  order: { readonly type: string; readonly reason: Reason },
  now: number,
): Decision<WorkItem<Facts, Rec>> | undefined {
  const { reason } = order;
  if (!item.record) throw new CommandOutOfPlace(order.type, item.status);
  if (!item.record.active) return undefined;
  const revoked = { ...item, record: { ...item.record, active: false }, reason };
  const subject = spec.subject?.(revoked.record);
  return {
    state: revoked,
    messages: [report(spec, dossierNumber, revoked, 'revoked', now, { reason, subject, atOnce: true })],
    releases: [...(spec.claims?.(item.record, item.group) ?? []), ...(item.keys ?? [])],
  };
}
