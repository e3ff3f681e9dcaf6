import {
  type AgencyCommand,
  type LinkedAgencyId,
  type Message,
  type WorkRequest,
} from '@lienthong/contracts';
import {
  type Decider,
  type Decision,
  type DecisionContext,
  type Needs,
  type Timer,
  type TimerFired,
} from '@lienthong/engine';
import { correct, needsOfCorrection, revoke } from './after-issue';
import { CommandOutOfPlace } from './agency.errors';
import { type AgencyInput } from './agency-input';
import { type AgencyOptions } from './agency-options';
import { type AgencySpec } from './agency-spec';
import { localSeries, openItem, resumedItem } from './intake';
import { type OfficerAssigned } from './office/office.messages';
import { officerDecided } from './officer';
import { joined, needsOfNotices, noticed } from './notices';
import { needsOfficer, queueForOfficer, ticketSeries } from './officer-queue';
import { received, started } from './reports';
import { asDecision, settle, settleAtOnce } from './settle';
import { stop } from './stop';
import { type AgencyRecord, awaitsOfficer, isOnDesk, type OpenItem, type WorkItem } from './work-item';
import { isInstant, modelDecision, nextOutcome, plan, takenUp } from './work-plan';

const INPUT_TYPES: ReadonlySet<string> = new Set<(AgencyCommand | OfficerAssigned)['type']>([
  'vn.lienthong.work.requested.v1',
  'vn.lienthong.work.resumed.v1',
  'vn.lienthong.stop.ordered.v1',
  'vn.lienthong.correction.ordered.v1',
  'vn.lienthong.revocation.ordered.v1',
  'vn.lienthong.officer.assigned.v1',
]);

const READY = 'decide';
const NO_TIMERS: readonly Timer[] = [];

/** The decider of an agency, from what is its own. */
export function createAgencyDecider<Facts, Rec extends AgencyRecord>(
  spec: AgencySpec<Facts, Rec>,
  options: AgencyOptions,
): AgencyDecider<Facts, Rec> {
  return new AgencyDecider(spec, options);
}

/**
 * An agency's work on a dossier: a command is numbered, waits for the office to open, takes working time and ends
 * in one report; the applicant's supplement starts it again. A command takes effect once, however often it comes.
 */
export class AgencyDecider<Facts, Rec extends AgencyRecord> implements Decider<
  WorkItem<Facts, Rec>,
  AgencyInput
> {
  readonly service: LinkedAgencyId;

  readonly facets = {
    /** The office, while the work has no result. */
    desk: {
      indexed: true,
      of: (item: WorkItem<Facts, Rec>) => (item.open ? item.office : undefined),
    },
    /** Whether queued work has been taken up depends on the clock, so both are one here. */
    status: {
      of: (item: WorkItem<Facts, Rec>) => (item.status === 'working' ? 'queued' : item.status),
    },
  };

  constructor(
    private readonly spec: AgencySpec<Facts, Rec>,
    private readonly options: AgencyOptions,
  ) {
    this.service = spec.agency;
  }

  target(message: Message): string | undefined {
    return INPUT_TYPES.has(message.type) ? message.subject : undefined;
  }

  timers(item: WorkItem<Facts, Rec>): readonly Timer[] {
    return item.readyAt === undefined ? NO_TIMERS : [{ name: READY, dueAt: item.readyAt }];
  }

  needs(
    item: WorkItem<Facts, Rec> | undefined,
    input: AgencyInput | TimerFired,
    id: string,
    now: number,
  ): Needs | undefined {
    switch (input.type) {
      case 'vn.lienthong.work.requested.v1':
        return item ? undefined : this.needsOfRequest(input.data, id, now);
      case 'vn.lienthong.work.resumed.v1': {
        const resumed = item && this.resumable(item, input.data.attempt);
        return resumed && this.needsOfResumption(resumedItem(this.spec, resumed, input.data, now), id, now);
      }
      case 'timer.fired':
        return item && isOnDesk(item) ? this.needsOfApproval(item, id, now) : undefined;
      case 'officer.decided':
        return item && isOnDesk(item) && input.decision === 'approve'
          ? this.spec.needs?.(item, now)
          : undefined;
      case 'vn.lienthong.correction.ordered.v1':
        return item && needsOfCorrection(this.spec, item, input.data);
      case 'vn.lienthong.stop.ordered.v1':
      case 'vn.lienthong.revocation.ordered.v1':
      case 'vn.lienthong.officer.assigned.v1':
        return undefined;
    }
  }

  decide(
    item: WorkItem<Facts, Rec> | undefined,
    input: AgencyInput | TimerFired,
    context: DecisionContext,
  ): Decision<WorkItem<Facts, Rec>> | undefined {
    if (input.type === 'vn.lienthong.work.requested.v1') {
      return item ? undefined : this.takeUp(this.received(input.data, context), context);
    }
    if (input.type === 'officer.decided') {
      return officerDecided(this.spec, this.options, item, input, context);
    }
    if (!item) throw new CommandOutOfPlace(input.type, 'no work was requested');
    switch (input.type) {
      case 'vn.lienthong.work.resumed.v1': {
        const resumed = this.resumable(item, input.data.attempt);
        return resumed && this.takeUp(resumedItem(this.spec, resumed, input.data, context.now), context);
      }
      case 'vn.lienthong.stop.ordered.v1':
        return stop(this.spec, context.id, item, input.data.reason, context.now);
      case 'vn.lienthong.correction.ordered.v1':
        return correct(this.spec, item, { type: input.type, ...input.data }, context);
      case 'vn.lienthong.revocation.ordered.v1':
        return revoke(this.spec, context.id, item, { type: input.type, ...input.data }, context.now);
      case 'vn.lienthong.officer.assigned.v1':
        return this.assigned(item, input.data, context.id);
      case 'timer.fired':
        return isOnDesk(item) ? this.timeIsUp(item, context) : undefined;
    }
  }

  private received(request: WorkRequest, context: DecisionContext): OpenItem<Facts, Rec> {
    const { name } = localSeries(this.spec, request.office, context.now);
    return openItem(this.spec, request, context.number(name), context.now);
  }

  private needsOfRequest(request: WorkRequest, id: string, now: number): Needs {
    const series = localSeries(this.spec, request.office, now);
    // The number is not known yet, and neither approval nor remark depends on it.
    return joined(
      { numbers: [series] },
      this.needsOfResumption(openItem(this.spec, request, 1, now), id, now),
    );
  }

  /** What is needed of work that comes in, again or for the first time, beside its number. */
  private needsOfResumption(item: OpenItem<Facts, Rec>, id: string, now: number): Needs {
    const notices = needsOfNotices(this.spec, item);
    if (needsOfficer(this.options))
      return joined(notices, { numbers: [ticketSeries(this.spec, item.office)] });
    return isInstant(this.options) ? joined(notices, this.needsOfApproval(item, id, now)) : notices;
  }

  private needsOfApproval(item: OpenItem<Facts, Rec>, id: string, now: number): Needs | undefined {
    return nextOutcome(this.spec.agency, id, item, this.options) === 'approve'
      ? this.spec.needs?.(item, now)
      : undefined;
  }

  private takeUp(received: OpenItem<Facts, Rec>, context: DecisionContext): Decision<WorkItem<Facts, Rec>> {
    const { item, messages, releases } = noticed(this.spec, received, context);
    const decision = this.begin(item, context);
    return {
      ...decision,
      messages: [...messages, ...(decision.messages ?? [])],
      releases: [...releases, ...(decision.releases ?? [])],
    };
  }

  private begin(item: OpenItem<Facts, Rec>, context: DecisionContext): Decision<WorkItem<Facts, Rec>> {
    if (needsOfficer(this.options)) {
      const ticket = context.number(ticketSeries(this.spec, item.office).name);
      const queued = queueForOfficer(this.spec, context.id, item, ticket, this.options);
      const told = received(this.spec.agency, context.id, queued.state, false);
      return { ...queued, messages: [...(queued.messages ?? []), told] };
    }
    if (isInstant(this.options)) return asDecision(settleAtOnce(this.spec, this.options, item, context));
    const state = plan(this.spec.agency, context.id, item, this.options);
    return { state, messages: [received(this.spec.agency, context.id, state, true)] };
  }

  /** What was stopped meanwhile, or has its officer, is left alone. Who decides was settled when the work came in. */
  private assigned(
    item: WorkItem<Facts, Rec>,
    { ticket, startedAt }: OfficerAssigned['data'],
    id: string,
  ): Decision<WorkItem<Facts, Rec>> | undefined {
    if (item.ticket !== ticket || !awaitsOfficer(item) || !isOnDesk(item)) return undefined;
    const state = takenUp(this.spec.agency, id, item, startedAt, this.options);
    return { state, messages: [started(this.spec.agency, id, state)] };
  }

  private timeIsUp(item: OpenItem<Facts, Rec>, context: DecisionContext): Decision<WorkItem<Facts, Rec>> {
    const choice = modelDecision(this.spec.agency, context.id, item, this.options);
    return asDecision(settle(this.spec, this.options, item, choice, context));
  }

  /** The item, if it waits for this attempt: one it has seen is a duplicate. */
  private resumable(item: WorkItem<Facts, Rec>, attempt: number): OpenItem<Facts, Rec> | undefined {
    const waits = item.status === 'awaiting-supplement' && attempt > item.attempt;
    return waits && item.open ? { ...item, open: item.open } : undefined;
  }
}
