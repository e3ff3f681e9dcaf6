import { type AgencyCommand, type LinkedAgencyId, type Reason } from '@lienthong/contracts';
import { type Outgoing } from '@lienthong/engine';
import { type SagaAction, type SettledStatus } from '../saga/saga-events';
import { type SagaStep } from '../saga/saga-table';
import { type CaseClock } from './case-clock';
import { type CaseDraft } from './case-draft';

/** What happened, as far as an action needs it. */
export interface Occasion {
  /** Why agencies are told to stop or revoke. */
  readonly reason?: Reason;
  /** What an agency reported, for the history. */
  readonly report?: Readonly<Record<string, unknown>>;
  /** When the limits that start now are counted from, if not from this moment. */
  readonly countedFrom?: number;
}

/** Turns the wishes of a saga into commands, clocks and history. */
export class Performer {
  constructor(private readonly clock: CaseClock) {}

  /** Takes a step: the saga stands in its new state, and everything the step asks for is in the draft. */
  take(draft: CaseDraft, step: SagaStep, occasion: Occasion = {}): void {
    draft.state.snapshot = step.to.snapshot;
    this.clock.followPause(draft, step.to.status === 'awaiting-supplement');
    for (const action of step.actions) this.perform(draft, action, occasion);
  }

  private perform(draft: CaseDraft, action: SagaAction, occasion: Occasion): void {
    switch (action.type) {
      case 'request':
        return this.request(draft, action.agency, occasion);
      case 'resume':
        return this.resume(draft, action.agency);
      case 'await-supplement':
        return this.awaitSupplement(draft, action.agency, occasion);
      case 'extend-limit':
        return this.clock.extend(draft, action.agency);
      case 'apologise':
        return this.apologise(draft, action.agency);
      case 'order-stop':
        return this.orderStop(draft, action.agency, occasion);
      case 'order-correction':
        return this.orderCorrection(draft, action.agency);
      case 'order-revocation':
        return this.orderRevocation(draft, action.agency);
      case 'settle':
        return this.settle(draft, action.status);
      case 'close':
        return draft.record('dossier.cancelled');
    }
  }

  private request(draft: CaseDraft, agency: LinkedAgencyId, { countedFrom = draft.now }: Occasion): void {
    const { dossier, policy, certificate, personalId } = draft.state;
    const progress = this.clock.start(draft, agency, countedFrom);
    draft.update(progress);
    const { attempt, procedures, office, dueAt, limitWorkingDays } = progress;
    draft.send(
      command(draft, agency, 'vn.lienthong.work.requested.v1', {
        attempt,
        procedures,
        office,
        policy,
        dossier,
        dueAt,
        ...(certificate === undefined ? undefined : { certificate }),
        ...(personalId === undefined ? undefined : { personalId }),
      }),
    );
    draft.record(agency === 'civil-registry' ? 'dossier.sent-to-registry' : 'work.requested', agency, {
      attempt,
      office,
      procedures,
      dueAt,
      limitWorkingDays,
    });
  }

  private resume(draft: CaseDraft, agency: LinkedAgencyId): void {
    const progress = draft.progress(agency);
    const attempt = progress.attempt + 1;
    const dueAt = this.clock.resumed(draft, progress);
    draft.update({ ...progress, attempt, dueAt, awaited: 'work' });
    const { dossier } = draft.state;
    draft.send(command(draft, agency, 'vn.lienthong.work.resumed.v1', { attempt, dossier, dueAt }));
    draft.record('work.resumed', agency, { attempt, dueAt });
  }

  private awaitSupplement(draft: CaseDraft, agency: LinkedAgencyId, { report }: Occasion): void {
    const { simulatedApplicant, dossier } = draft.state;
    const windowEndsAt = this.clock.windowEnd(draft);
    draft.update({ ...draft.progress(agency), awaited: 'supplement', askedAt: draft.now, windowEndsAt });
    draft.record('supplement.requested', agency, {
      ...report,
      until: windowEndsAt,
      ...(simulatedApplicant ? { simulatedApplicant } : undefined),
      ...(dossier.simulation === undefined ? undefined : { simulation: dossier.simulation }),
    });
  }

  private apologise(draft: CaseDraft, agency: LinkedAgencyId): void {
    const progress = draft.progress(agency);
    const promised = this.clock.promise(draft, progress);
    draft.update({ ...progress, apology: { at: draft.now, promised } });
    const { appointment } = draft.state;
    if (promised > (appointment.promised ?? appointment.dueAt)) {
      draft.state.appointment = { ...appointment, promised };
    }
    draft.record('apology.issued', agency, { dueAt: progress.dueAt, promised });
  }

  private orderStop(draft: CaseDraft, agency: LinkedAgencyId, { reason }: Occasion): void {
    if (!reason) throw new Error('a stop is ordered without a reason');
    const progress = draft.progress(agency);
    // A wait that ends without an answer moved the agency's due time all the same.
    const dueAt = progress.awaited === 'supplement' ? this.clock.resumed(draft, progress) : progress.dueAt;
    draft.update({ ...progress, awaited: 'stop', ...(dueAt === undefined ? undefined : { dueAt }) });
    draft.send(command(draft, agency, 'vn.lienthong.stop.ordered.v1', { reason }));
  }

  private orderCorrection(draft: CaseDraft, agency: LinkedAgencyId): void {
    const { correction, certificate } = draft.state;
    if (!correction) throw new Error('a correction is ordered but not known');
    const { number, data, note, rejected, personalId } = correction;
    draft.update({ ...draft.progress(agency), awaited: 'correction' });
    draft.send(
      command(draft, agency, 'vn.lienthong.correction.ordered.v1', {
        correction: number,
        data: rejected ? {} : data,
        ...(note === undefined ? undefined : { note }),
        ...(certificate === undefined || agency === 'civil-registry' ? undefined : { certificate }),
        ...(personalId === undefined ? undefined : { personalId }),
      }),
    );
  }

  private orderRevocation(draft: CaseDraft, agency: LinkedAgencyId): void {
    const { reason } = draft.state;
    if (!reason) throw new Error('a revocation is ordered without a reason');
    draft.update({ ...draft.progress(agency), awaited: 'revocation' });
    draft.send(command(draft, agency, 'vn.lienthong.revocation.ordered.v1', { reason }));
  }

  private settle(draft: CaseDraft, status: SettledStatus): void {
    const { state } = draft;
    if (state.finishedAt === undefined) {
      state.finishedAt = draft.now;
      state.total = this.clock.total(draft);
    }
    draft.record(SETTLED_ENTRY[status], undefined, {
      finishedAt: state.finishedAt,
      ...state.total,
      ...(state.correction === undefined ? undefined : { correction: state.correction.number }),
    });
  }
}

const SETTLED_ENTRY = {
  completed: 'result.returned',
  'partially-completed': 'result.returned',
  refused: 'dossier.refused',
  withdrawn: 'dossier.withdrawn',
  stopped: 'dossier.stopped',
} as const;

function command<Type extends AgencyCommand['type']>(
  draft: CaseDraft,
  agency: LinkedAgencyId,
  type: Type,
  data: Extract<AgencyCommand, { readonly type: Type }>['data'],
): Outgoing {
  return { topic: `${agency}.commands`, type, subject: draft.state.dossierNumber, data };
}
