import {
  type AgencyEvent,
  type AgencyReport,
  type AgencyReported,
  type CaseEventName,
  type HistoryEntry,
  type PersonalIdAllocated,
  type WorkProgressed,
  type WorkRemarked,
} from '@lienthong/contracts';
import { type Decision } from '@lienthong/engine';
import { CaseDraft } from './case-draft';
import { progressOf, type CaseState } from './case-state';
import { nodeOf } from './case-timers';
import { correctedDossier } from './merge-supplement';
import { type Performer } from './performer';

/**
 * What an agency tells. A report that the saga's state has no use for is a duplicate, or was overtaken by a stop
 * order: it changes nothing.
 */
export function agencyReports(
  state: CaseState,
  event: AgencyEvent,
  now: number,
  performer: Performer,
): Decision<CaseState> | undefined {
  switch (event.type) {
    case 'vn.lienthong.personal-id.allocated.v1':
      return personalIdAllocated(state, event, now);
    case 'vn.lienthong.work.received.v1':
    case 'vn.lienthong.work.started.v1':
      return progressed(state, event);
    case 'vn.lienthong.work.remarked.v1':
      return remarked(state, event, now);
    case 'vn.lienthong.deceased.identified.v1':
      return undefined;
    default:
      return reported(state, event, now, performer);
  }
}

/** Who holds open work is kept, not told on: the report that ends it tells the history. */
function progressed(
  state: CaseState,
  { data: { agency, attempt, receivedAt, startedAt } }: WorkProgressed,
): Decision<CaseState> | undefined {
  const progress = progressOf(state, agency);
  if (progress?.attempt !== attempt || progress.finishedAt !== undefined) return undefined;
  const desk = { attempt, receivedAt, ...(startedAt === undefined ? undefined : { startedAt }) };
  const agencies = state.agencies.map((one) => (one === progress ? { ...progress, desk } : one));
  return { state: { ...state, agencies } };
}

/** What the agency's officer should look at (lưu ý): to be seen, nothing waits for it. */
function remarked(state: CaseState, { data }: WorkRemarked, now: number): Decision<CaseState> {
  const draft = new CaseDraft(state, now);
  draft.record('work.remarked', data.agency, { attempt: data.attempt, remarks: data.remarks });
  return draft.decision();
}

/**
 * The population database gave the child its number (số định danh cá nhân), or another one after a correction: to be seen,
 * nothing waits for it.
 */
function personalIdAllocated(
  state: CaseState,
  { data }: PersonalIdAllocated,
  now: number,
): Decision<CaseState> | undefined {
  if (state.history.some(({ type, data: told }) => isAllocation(type, told, data.personalId)))
    return undefined;
  const draft = new CaseDraft(state, now);
  draft.record('personal-id.allocated', 'civil-registry', {
    personalId: data.personalId,
    allocatedAt: data.at,
  });
  return draft.decision();
}

function isAllocation(type: CaseEventName, data: HistoryEntry['data'], personalId: string): boolean {
  return type === 'personal-id.allocated' && data?.['personalId'] === personalId;
}

function reported(
  state: CaseState,
  { type, data: report }: AgencyReported,
  now: number,
  performer: Performer,
): Decision<CaseState> | undefined {
  const { agency, outcome } = report;
  const progress = progressOf(state, agency);
  if (!progress || isStale(state, progress.attempt, report)) return undefined;
  const step = nodeOf(state).next(`${agency}.${outcome}`);
  if (!step) return undefined;

  const draft = new CaseDraft(state, now);
  const told = tell(report);
  if (outcome === 'supplement-requested') {
    performer.take(draft, step, { report: told });
    return draft.decision();
  }
  if (outcome !== 'verification-opened') {
    const { desk: _desk, ...rest } = progress;
    draft.update({ ...rest, awaited: 'nothing', finishedAt: progress.finishedAt ?? now });
  }
  keepCorrection(draft, type, report);
  keepCertificate(draft, report);
  draft.record(shortName(type), agency, told);
  performer.take(draft, step, { countedFrom: report.decidedAt });
  return draft.decision();
}

/** About an attempt, or a correction, that is over. */
function isStale(state: CaseState, attempt: number, report: AgencyReport): boolean {
  switch (report.outcome) {
    case 'corrected':
      return report.correction !== undefined && report.correction !== state.correction?.number;
    case 'revoked':
    case 'stopped':
      return false;
    default:
      return report.attempt !== attempt;
  }
}

/** What the registry made of a correction decides what the dossier says now and what the others are told. */
function keepCorrection({ state }: CaseDraft, type: AgencyReported['type'], report: AgencyReport): void {
  const { agency, outcome, result } = report;
  if (agency !== 'civil-registry' || outcome !== 'corrected' || !state.correction) return;
  if (type === 'vn.lienthong.correction.rejected.v1') {
    state.correction = { ...state.correction, rejected: true };
    return;
  }
  state.dossier = correctedDossier(state.dossier, state.correction.data);
  const personalId = result?.personalId;
  if (personalId !== undefined && personalId !== state.personalId)
    state.correction = { ...state.correction, personalId };
}

/** The registry's certificate and the person's number go with every later command. */
function keepCertificate({ state }: CaseDraft, { agency, result }: AgencyReport): void {
  if (agency !== 'civil-registry' || !result) return;
  if (result.certificate) state.certificate = result.certificate;
  if (result.personalId !== undefined) state.personalId = result.personalId;
}

function tell({
  attempt,
  receivedAt,
  startedAt,
  decidedAt,
  localNumber,
  result,
  reason,
}: AgencyReport): Readonly<Record<string, unknown>> {
  return {
    attempt,
    receivedAt,
    startedAt,
    decidedAt,
    ...(localNumber === undefined ? undefined : { localNumber }),
    ...(result === undefined ? undefined : { result }),
    ...(reason === undefined ? undefined : { reason }),
  };
}

/** `vn.lienthong.birth.registered.v1` → `birth.registered`. */
function shortName(type: AgencyReported['type']): CaseEventName {
  return type.slice('vn.lienthong.'.length, -'.v1'.length) as CaseEventName;
}
