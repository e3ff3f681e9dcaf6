import { type Decision as OfficersChoice, type Reason } from '@lienthong/contracts';
import { type Decision, type DecisionContext, type Outgoing } from '@lienthong/engine';
import { type AgencyOptions } from './agency-options';
import { announced } from './after-issue';
import { type AgencySpec } from './agency-spec';
import { report } from './reports';
import { type AgencyRecord, type OpenItem, type WorkItem, withoutTicket } from './work-item';
import { modelDecision, plan } from './work-plan';

/** What one decision made of a work item. */
export interface Settled<Facts, Rec extends AgencyRecord> {
  readonly item: WorkItem<Facts, Rec>;
  readonly messages: readonly Outgoing[];
  readonly releases?: readonly string[];
  readonly claims?: readonly string[];
}

export interface Choice {
  readonly decision: OfficersChoice;
  readonly reason?: Reason | undefined;
}

/** Carries out one decision: exactly one report comes of it. */
export function settle<Facts, Rec extends AgencyRecord>(
  spec: AgencySpec<Facts, Rec>,
  options: AgencyOptions,
  item: OpenItem<Facts, Rec>,
  { decision, reason }: Choice,
  context: DecisionContext,
): Settled<Facts, Rec> {
  // A person may decide before the office opens.
  const decided = {
    ...item,
    step: item.step + 1,
    startedAt: Math.min(item.startedAt, context.now),
    decidedAt: context.now,
  };
  switch (decision) {
    case 'approve':
      return approve(spec, decided, context);
    case 'refuse':
      return refuse(spec, decided, reason ?? spec.reasons.refusal, context);
    case 'request-supplement':
      return requestSupplement(spec, decided, reason ?? spec.reasons.supplement, context);
    case 'verify':
      return verify(spec, options, decided, context);
  }
}

/** Takes the model's decisions one after another until one needs the applicant or ends the work. */
export function settleAtOnce<Facts, Rec extends AgencyRecord>(
  spec: AgencySpec<Facts, Rec>,
  options: AgencyOptions,
  item: OpenItem<Facts, Rec>,
  context: DecisionContext,
): Settled<Facts, Rec> {
  const choice = modelDecision(spec.agency, context.id, item, options);
  const settled = settle(spec, options, item, choice, context);
  if (choice.decision !== 'verify' || settled.item.open === undefined) return settled;
  const next = settleAtOnce(spec, options, { ...settled.item, open: settled.item.open }, context);
  return { ...next, messages: [...settled.messages, ...next.messages] };
}

/** As the engine takes it. */
export function asDecision<Facts, Rec extends AgencyRecord>(
  settled: Settled<Facts, Rec>,
): Decision<WorkItem<Facts, Rec>> {
  const { item, messages, releases, claims } = settled;
  return { state: item, messages, ...(releases && { releases }), ...(claims && { claims }) };
}

function approve<Facts, Rec extends AgencyRecord>(
  spec: AgencySpec<Facts, Rec>,
  item: OpenItem<Facts, Rec>,
  context: DecisionContext,
): Settled<Facts, Rec> {
  const objection = spec.objection?.(item, context);
  if (objection) {
    const claims = spec.needs?.(item, context.now).claims ?? [];
    const refused = refuse(spec, item, objection, context);
    const taken = claims.filter((key) => context.owner(key) === context.id);
    return { ...refused, releases: [...taken, ...(refused.releases ?? [])] };
  }
  const { record, result, announcements = [], keys } = spec.issue(item, context);
  const held = [...new Set([...(item.keys ?? []), ...(keys ?? [])])];
  const subject = spec.subject?.(record);
  return {
    item: { ...closed(item), record, ...(held.length > 0 && { keys: held }) },
    ...(keys && { claims: keys }),
    messages: [
      ...announced(spec, announcements, context),
      report(spec, context.id, item, 'approved', context.now, { result, subject }),
    ],
  };
}

function refuse<Facts, Rec extends AgencyRecord>(
  spec: AgencySpec<Facts, Rec>,
  item: OpenItem<Facts, Rec>,
  reason: Reason,
  context: DecisionContext,
): Settled<Facts, Rec> {
  return {
    item: { ...closed(item), reason },
    ...(item.keys && { releases: item.keys }),
    messages: [report(spec, context.id, item, 'refused', context.now, { reason })],
  };
}

function requestSupplement<Facts, Rec extends AgencyRecord>(
  spec: AgencySpec<Facts, Rec>,
  item: OpenItem<Facts, Rec>,
  reason: Reason,
  context: DecisionContext,
): Settled<Facts, Rec> {
  const { readyAt: _readyAt, ...rest } = withoutTicket(item);
  return {
    item: { ...rest, status: 'awaiting-supplement', reason },
    messages: [report(spec, context.id, item, 'supplement-requested', context.now, { reason })],
  };
}

/**
 * The next step begins where this one ends: the verification is its working time. It takes place on site and keeps no
 * officer of the office.
 */
function verify<Facts, Rec extends AgencyRecord>(
  spec: AgencySpec<Facts, Rec>,
  options: AgencyOptions,
  item: OpenItem<Facts, Rec>,
  context: DecisionContext,
): Settled<Facts, Rec> {
  const planned = plan(spec.agency, context.id, { ...withoutTicket(item), receivedAt: context.now }, options);
  return {
    item: { ...planned, status: 'verifying', startedAt: context.now },
    messages: [report(spec, context.id, item, 'verification-opened', context.now)],
  };
}

/** What stays of the item once there is a result. Written out: every piece of work passes here. */
function closed<Facts, Rec extends AgencyRecord>(item: OpenItem<Facts, Rec>): WorkItem<Facts, Rec> {
  const { office, group, localNumber, attempt, step, receivedAt, startedAt, decidedAt = startedAt } = item;
  const { officer, note, remarks } = item;
  const status = 'decided';
  const rest = {
    status,
    office,
    group,
    localNumber,
    attempt,
    step,
    receivedAt,
    startedAt,
    decidedAt,
  } as const;
  if (officer === undefined && !note && !remarks) return rest;
  return {
    ...rest,
    ...(officer !== undefined && { officer }),
    ...(note && { note }),
    ...(remarks && { remarks }),
  };
}
