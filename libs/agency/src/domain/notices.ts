import { type LinkedAgencyId } from '@lienthong/contracts';
import { type DecisionContext, type Needs, type Outgoing } from '@lienthong/engine';
import { type AgencySpec } from './agency-spec';
import { type AgencyRecord, type OpenItem, type WorkItem } from './work-item';

/** What must be known to tell what the officer of `item` should look at. */
export function needsOfNotices<Facts, Rec extends AgencyRecord>(
  { notices }: AgencySpec<Facts, Rec>,
  { open }: OpenItem<Facts, Rec>,
): Needs {
  return notices ? { claims: notices.traces(open.facts), lookups: notices.lookups(open.facts) } : {};
}

/** Work that has just come in, with its remarks and the traces that are its own now. */
export interface Noticed<Facts, Rec extends AgencyRecord> {
  readonly item: OpenItem<Facts, Rec>;
  /** Traces of what the dossier said before its supplement. */
  readonly releases: readonly string[];
  readonly messages: readonly Outgoing[];
}

/** Looks at work that has come in. What was remarked before and is so no longer is told too: the list is then empty. */
export function noticed<Facts, Rec extends AgencyRecord>(
  { agency, notices }: AgencySpec<Facts, Rec>,
  item: OpenItem<Facts, Rec>,
  context: DecisionContext,
): Noticed<Facts, Rec> {
  if (!notices) return { item, releases: [], messages: [] };
  const { facts } = item.open;
  const { remarks: before = [], keys: held = [], ...rest } = item;
  const keys = notices.traces(facts).filter((key) => context.owner(key) === context.id);
  const remarks = notices.remarks(facts, context);
  const changed = JSON.stringify(remarks) !== JSON.stringify(before);
  return {
    item: { ...rest, ...(remarks.length > 0 && { remarks }), ...(keys.length > 0 && { keys }) },
    releases: held.filter((key) => !keys.includes(key)),
    messages: changed ? [told(agency, item, remarks, context)] : [],
  };
}

function told(
  agency: LinkedAgencyId,
  { attempt }: WorkItem<unknown, AgencyRecord>,
  remarks: unknown,
  { id, now }: DecisionContext,
): Outgoing {
  const data = { agency, attempt, remarks, at: now };
  return { topic: `${agency}.events`, type: 'vn.lienthong.work.remarked.v1', subject: id, data };
}

/** Both lists of needs, for one reservation. */
export function joined(one: Needs, other: Needs | undefined): Needs {
  const claims = [...(one.claims ?? []), ...(other?.claims ?? [])];
  const lookups = [...(one.lookups ?? []), ...(other?.lookups ?? [])];
  const numbers = [...(one.numbers ?? []), ...(other?.numbers ?? [])];
  return { claims, lookups, numbers };
}
