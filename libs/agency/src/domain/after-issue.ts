import { type Reason } from '@lienthong/contracts';
import { type Decision, type DecisionContext, type Needs, type Outgoing } from '@lienthong/engine';
import { CommandOutOfPlace } from './agency.errors';
import { type AgencySpec, type Announcement, type OrderedCorrection } from './agency-spec';
import { report } from './reports';
import { type AgencyRecord, type WorkItem } from './work-item';

/** Keys and numbers that a correction takes; none for one that took effect before. */
export function needsOfCorrection<Facts, Rec extends AgencyRecord>(
  spec: AgencySpec<Facts, Rec>,
  { record, ...item }: WorkItem<Facts, Rec>,
  order: OrderedCorrection,
): Needs | undefined {
  if (!record?.active || isDone(item, order)) return undefined;
  return spec.needsOfCorrection?.({ ...item, record }, order);
}

/**
 * Brings the record in line with a correction (cải chính) and reports what came of it: corrected, nothing of its own to
 * correct, or impossible. Each correction takes effect once.
 * @throws CommandOutOfPlace without an active record
 */
export function correct<Facts, Rec extends AgencyRecord>(
  spec: AgencySpec<Facts, Rec>,
  item: WorkItem<Facts, Rec>,
  order: OrderedCorrection & { readonly type: string },
  context: DecisionContext,
): Decision<WorkItem<Facts, Rec>> | undefined {
  const { correction, data } = order;
  const { record: before } = item;
  if (isDone(item, order)) return undefined;
  if (!before?.active) throw new CommandOutOfPlace(order.type, before ? 'revoked' : item.status);
  const {
    record,
    objection,
    announcements = [],
    ...taken
  } = spec.correct({ ...item, record: before }, order, context);
  const details = { correction, atOnce: true };
  if (objection || record === before) {
    const type = objection
      ? 'vn.lienthong.correction.rejected.v1'
      : 'vn.lienthong.correction.not-applicable.v1';
    const told = report(spec, context.id, item, 'corrected', context.now, {
      ...details,
      type,
      reason: objection,
    });
    return { state: { ...item, correction }, messages: [told], releases: taken.releases ?? [] };
  }
  const { releases = [] } = taken;
  const held = (item.keys ?? []).filter((key) => !releases.includes(key));
  const keys = [...(taken.keys ?? []), ...(spec.keysOf?.(record, item.office) ?? [])];
  const added = keys.filter((key) => !held.includes(key));
  const corrected = { ...item, record, correction, keys: [...held, ...added] };
  const { keys: _keys, ...withoutKeys } = corrected;
  const state = corrected.keys.length > 0 ? corrected : withoutKeys;
  const subject = spec.subject?.(before, data);
  return {
    state,
    messages: [
      ...announced(spec, announcements, context),
      report(spec, context.id, state, 'corrected', context.now, {
        ...details,
        result: spec.result(record),
        subject,
      }),
    ],
    releases,
    ...(added.length > 0 && { claims: added }),
  };
}

/** As they stand on the agency's own topic. */
export function announced(
  { agency }: Pick<AgencySpec<never, never>, 'agency'>,
  announcements: readonly Announcement[],
  { id }: DecisionContext,
): readonly Outgoing[] {
  return announcements.map(({ type, data }) => ({ topic: `${agency}.events`, type, subject: id, data }));
}

function isDone(
  item: Pick<WorkItem<unknown, never>, 'correction'>,
  { correction }: OrderedCorrection,
): boolean {
  return item.correction !== undefined && correction <= item.correction;
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
