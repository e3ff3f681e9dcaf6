import {
  type AgencyResult,
  type CaseStatus,
  type CaseView,
  type Language,
  type LinkedAgencyId,
  type ProcedureView,
  type Reason,
  type Remark,
  type TimelineEntry,
} from '@lienthong/contracts';
import { LINKED_STATUSES, NATIONAL_STATUSES } from '@lienthong/numbers';
import { type AgencyProgress, type CaseState } from '../case/case-state';
import { nodeOf } from '../case/case-timers';
import { type SagaNode } from '../saga/saga-table';
import { isAfterDue } from './due';
import { askedTooOften } from './processing-time';
import { promisesOf } from './promises';
import { allowedActions, linkedStatus, nationalStatus, procedureStatus } from './statuses';
import { summaryOf } from './summaries';

/** A case as integrators see it at `now` (epoch ms). */
export function caseView(state: CaseState, now: number, language: Language): CaseView {
  const node = nodeOf(state);
  const national = NATIONAL_STATUSES[nationalStatus(node)];
  const linked = LINKED_STATUSES[linkedStatus(node)];
  const { dossierNumber, dossier, policy, submittedAt, acceptedAt, appointment, finishedAt } = state;
  return {
    dossierNumber,
    procedureGroup: dossier.procedureGroup,
    status: node.status,
    nationalStatus: { code: national.code, label: national[language] },
    linkedStatus: { code: linked.code, label: linked[language] },
    policy,
    submittedAt,
    acceptedAt,
    appointment: Math.max(appointment.promised ?? 0, appointment.dueAt),
    ...(finishedAt === undefined ? undefined : { finishedAt }),
    overdue: isOverdue(state, now),
    procedures: state.agencies.flatMap((progress) => procedureViews(state, node, progress)),
    ...remarksOf(state),
    allowedActions: allowedActions(node),
    promises: promisesOf(state, now),
    supplements: state.agencies.flatMap(({ agency, awaited, windowEndsAt }) =>
      awaited !== 'supplement' || windowEndsAt === undefined ? [] : [{ agency, until: windowEndsAt }],
    ),
  };
}

/** What each agency said last. */
function remarksOf({ history, agencies }: CaseState): Pick<CaseView, 'remarks'> {
  if (!history.some(({ type }) => type === 'work.remarked')) return {};
  const remarks = agencies.flatMap(({ agency }) => {
    const last = history.findLast((entry) => entry.type === 'work.remarked' && entry.agency === agency);
    return ((last?.data?.['remarks'] ?? []) as readonly Remark[]).map((remark) => ({ ...remark, agency }));
  });
  return remarks.length > 0 ? { remarks } : {};
}

/** Trạng thái hồ sơ. */
export function caseStatus(state: CaseState): CaseStatus {
  return nodeOf(state).status;
}

/** The history as people read it, oldest first. */
export function timelineOf(state: CaseState, language: Language): readonly TimelineEntry[] {
  return state.history.map(({ data, ...entry }, i) => ({
    index: i + 1,
    ...entry,
    summary: summaryOf(data === undefined ? entry : { ...entry, data }, language),
    ...(data === undefined ? undefined : { data: withoutSimulation(data) }),
  }));
}

/** What only drives the sandbox's applicant is nothing that happened to the case. */
function withoutSimulation(data: NonNullable<TimelineEntry['data']>): NonNullable<TimelineEntry['data']> {
  if (!('simulation' in data) && !('simulatedApplicant' in data)) return data;
  const { simulation: _script, simulatedApplicant: _flag, ...shown } = data;
  return shown;
}

/** Past its appointment: never while the clock stands still. */
function isOverdue({ finishedAt, pausedSince, appointment }: CaseState, now: number): boolean {
  return isAfterDue(finishedAt ?? pausedSince ?? now, appointment.dueAt);
}

function procedureViews(
  state: CaseState,
  node: SagaNode,
  progress: AgencyProgress,
): readonly ProcedureView[] {
  const { agency, office, requestedAt, dueAt, finishedAt } = progress;
  // The registry's part begins with the filing, as its processing time does.
  const startedAt = agency === 'civil-registry' ? state.submittedAt : requestedAt;
  const status = procedureStatus(node.phase(agency));
  const late = node.snapshot.context.overdue.includes(agency) || askedTooOften(state, agency);
  const result = latest<AgencyResult>(state, agency, 'result');
  const reason =
    status === 'refused' || status === 'stopped' ? latest<Reason>(state, agency, 'reason') : undefined;
  return progress.procedures.map((procedure) => ({
    procedure,
    agency,
    office,
    status,
    ...(startedAt === undefined ? undefined : { startedAt }),
    ...(dueAt === undefined ? undefined : { dueAt }),
    ...(finishedAt === undefined
      ? undefined
      : { finishedAt, ...(dueAt === undefined ? undefined : { onTime: !late && finishedAt <= dueAt }) }),
    ...(result === undefined ? undefined : { result }),
    ...(reason === undefined ? undefined : { reason }),
  }));
}

/** What an agency's last report with such a field said. */
function latest<Value>({ history }: CaseState, agency: LinkedAgencyId, field: string): Value | undefined {
  return history.findLast((entry) => entry.agency === agency && entry.data?.[field] !== undefined)?.data?.[
    field
  ] as Value | undefined;
}
