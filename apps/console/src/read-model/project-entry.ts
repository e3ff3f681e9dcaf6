import {
  type CaseEventName,
  type CaseStatus,
  type Dossier,
  type HistoryEntry,
  type LinkedAgencyId,
  officeOf,
  type PolicyId,
  PROCEDURE_AGENCY,
  type Procedure,
  type ProcedureGroup,
} from '@lienthong/contracts';
import { verifiedTotal, waitsAfter } from '@lienthong/procedures';
import { RESULTS, STATUS_AFTER } from './agency-status';
import { type AgencySummary, type CaseSummary, PROJECTION } from './case-record';
import { procedureMask } from './procedure-mask';

/** What `dossier.submitted` tells. */
interface Filed {
  readonly procedureGroup: ProcedureGroup;
  readonly procedures: readonly Procedure[];
  readonly agencies: Dossier['agencies'];
  readonly province?: string;
  readonly policy: PolicyId;
  readonly submittedAt: number;
}

/** Members that any entry may have; what each means is said where it is written (libs/procedures). */
interface EntryData {
  readonly dueAt?: number;
  readonly limitWorkingDays?: number;
  readonly promised?: number;
  readonly appointment?: number;
  readonly deadlines?: readonly Pick<AgencySummary, 'agency' | 'dueAt' | 'limitWorkingDays'>[];
  readonly finishedAt?: number;
  readonly onTime?: boolean;
}

/** Other entries name a due time that has passed. */
const SETS_DUE_TIME: ReadonlySet<CaseEventName> = new Set([
  'dossier.sent-to-registry',
  'work.requested',
  'work.resumed',
]);

/**
 * A case after one more entry of its history. The first entry is the filing; `status` is the case's status after the
 * entry.
 * @throws Error when a history does not begin with the filing
 */
export function projectEntry(
  before: CaseSummary | undefined,
  entry: HistoryEntry,
  status: CaseStatus,
): CaseSummary {
  if (entry.type === 'dossier.submitted') return filed(entry.data as unknown as Filed, status);
  if (!before) throw new Error(`a history begins with ${entry.type}`);
  const data = (entry.data ?? {}) as EntryData;
  const agencies = before.agencies.map((one) => projectAgency(one, entry, data, before.submittedAt));
  const waits = agencies.some((one) => one.status === 'awaiting-supplement');
  const { pausedSince, ...rest } = before;
  return {
    ...rest,
    ...clocks(before, entry, data),
    status,
    agencies,
    updatedAt: Math.max(before.updatedAt, entry.at),
    ...(waits ? { pausedSince: pausedSince ?? entry.at } : undefined),
    ...(before.finishedAt === undefined && data.finishedAt !== undefined && data.onTime !== undefined
      ? { finishedAt: data.finishedAt, onTime: data.onTime }
      : undefined),
  };
}

/** A whole history, of a case that now has this status. */
export function projectHistory(entries: readonly HistoryEntry[], status: CaseStatus): CaseSummary {
  let summary: CaseSummary | undefined;
  for (const entry of entries) summary = projectEntry(summary, entry, status);
  if (!summary) throw new Error('a history is empty');
  return summary;
}

function filed(data: Filed, status: CaseStatus): CaseSummary {
  const { procedureGroup: group, procedures, province, policy, submittedAt } = data;
  const chosen = [...new Set(procedures.map((procedure) => PROCEDURE_AGENCY[procedure]))];
  const office = (agency: LinkedAgencyId): string =>
    officeOf({ procedureGroup: group, agencies: data.agencies } as Dossier, agency) ?? '';
  return {
    projection: PROJECTION,
    status,
    group,
    procedures: procedureMask(procedures),
    ...(province === undefined ? undefined : { province }),
    commune: data.agencies.civilRegistry,
    policy,
    submittedAt,
    dueAt: submittedAt,
    limitWorkingDays: 0,
    updatedAt: submittedAt,
    agencies: chosen.map((agency) => ({ agency, office: office(agency), status: 'not-started', asked: 0 })),
  };
}

/** The appointment: given with the receipt, moved by pauses and verification, put off by an apology. */
function clocks(
  before: CaseSummary,
  { type }: HistoryEntry,
  { appointment, limitWorkingDays, promised }: EntryData,
): Partial<CaseSummary> {
  return {
    ...(appointment === undefined ? undefined : { dueAt: appointment }),
    ...(type === 'dossier.accepted' && limitWorkingDays !== undefined ? { limitWorkingDays } : undefined),
    ...(type === 'residence-verification.opened'
      ? { limitWorkingDays: verifiedTotal(before.policy, before.group, before.limitWorkingDays) }
      : undefined),
    ...(promised !== undefined && promised > (before.promised ?? before.dueAt) ? { promised } : undefined),
  };
}

function projectAgency(
  before: AgencySummary,
  entry: HistoryEntry,
  data: EntryData,
  submittedAt: number,
): AgencySummary {
  const after = withStatus(before, entry, data, submittedAt);
  const known = before.waits ?? NO_WAITS;
  const waits = waitsAfter(known, entry, before.agency);
  return waits === known ? after : { ...after, waits };
}

const NO_WAITS: NonNullable<AgencySummary['waits']> = [];

function withStatus(
  before: AgencySummary,
  { type, at, agency }: HistoryEntry,
  data: EntryData,
  submittedAt: number,
): AgencySummary {
  const moved = data.deadlines?.find((deadline) => deadline.agency === before.agency);
  if (agency !== before.agency) {
    const interrupted =
      before.status === 'awaiting-supplement' &&
      (type === 'withdrawal.requested' || type === 'stop.requested');
    return moved || interrupted
      ? { ...before, ...moved, ...(interrupted ? { status: 'in-progress' as const } : undefined) }
      : before;
  }
  const status = STATUS_AFTER[type] ?? before.status;
  const begins = before.startedAt === undefined && status === 'in-progress';
  const ends = before.finishedAt === undefined && RESULTS.has(status);
  return {
    ...before,
    status,
    // The registry's part begins with the filing, as its processing time does.
    ...(begins ? { startedAt: agency === 'civil-registry' ? submittedAt : at } : undefined),
    ...(begins && data.limitWorkingDays !== undefined
      ? { limitWorkingDays: data.limitWorkingDays }
      : undefined),
    ...(SETS_DUE_TIME.has(type) && data.dueAt !== undefined ? { dueAt: data.dueAt } : undefined),
    ...moved,
    ...(ends ? { finishedAt: at } : undefined),
    ...(type === 'supplement.requested' ? { asked: before.asked + 1 } : undefined),
    ...(type === 'apology.issued' ? { late: true as const } : undefined),
    ...(type === 'apology.issued' && data.promised !== undefined
      ? { apology: { at, dueAt: data.promised } }
      : undefined),
  };
}
