import { vietnamCalendar } from '@lienthong/calendar';
import { type LinkedAgencyId, LINKED_AGENCIES } from '@lienthong/contracts';
import { type FacetDefinitions } from '@lienthong/engine';
import { closedAt, netTime } from '@lienthong/procedures';
import { type CaseRecord, type AgencySummary, type CaseSummary } from './case-record';
import { type Outcome, packOutcome } from './outcome';
import { isAgencyLate, isOpen, overdueAfter, promiseBrokenAfter, stepDue } from './punctuality';
import { dayNumber } from './day-number';
import { bucketOf } from './working-time';

/** Facets of one agency's part: what it does, until when, and how it ended. */
export const AGENCY_FACETS: Readonly<
  Record<LinkedAgencyId, { readonly at: string; readonly due: string; readonly outcome: string }>
> = {
  'civil-registry': { at: 'atRegistry', due: 'dueRegistry', outcome: 'outcomeRegistry' },
  residency: { at: 'atResidency', due: 'dueResidency', outcome: 'outcomeResidency' },
  'health-insurance': { at: 'atInsurance', due: 'dueInsurance', outcome: 'outcomeInsurance' },
  'social-benefits': { at: 'atBenefits', due: 'dueBenefits', outcome: 'outcomeBenefits' },
};

/** `at…`: the agency works, waits for the applicant, or had its part in a case that ended. */
export type AgencyHolds = 'working' | 'awaiting' | 'closed';

type Value = string | number | undefined;
type Facets = FacetDefinitions<CaseRecord>;

const of = (value: (summary: CaseSummary) => Value, indexed = false): Facets[string] => ({
  indexed,
  of: ({ summary }) => summary && value(summary),
});

/** docs/decisions/0017 says what each costs. */
export const CASE_FACETS: Facets = {
  status: of(({ status }) => status),
  group: of(({ group }) => group),
  province: of(({ province }) => province),
  commune: of(({ commune }) => commune),
  policy: of(({ policy }) => policy),
  procedures: of(({ procedures }) => procedures),
  submittedAt: of(({ submittedAt }) => submittedAt, true),
  updatedAt: of(({ updatedAt }) => updatedAt, true),
  appointment: of(({ dueAt, promised }) => Math.max(dueAt, promised ?? 0)),
  overdueAfter: of(overdueAfter, true),
  stepOverdueAfter: of((summary) => earliest(summary.agencies.map((part) => stepDue(part, summary))), true),
  promiseBrokenAfter: of(
    (summary) => (isOpen(summary) ? earliest(summary.agencies.map(promiseBrokenAfter)) : undefined),
    true,
  ),
  filedDay: of(({ submittedAt }) => dayNumber(submittedAt)),
  finishedAt: of(({ finishedAt }) => finishedAt, true),
  finishedDay: of(({ finishedAt }) => (finishedAt === undefined ? undefined : dayNumber(finishedAt))),
  outcome: of(outcomeOfCase),
  ...Object.fromEntries(LINKED_AGENCIES.flatMap(agencyFacets)),
  gap: { indexed: true, of: ({ gap }) => (gap ? 1 : undefined) },
};

function earliest(instants: readonly (number | undefined)[]): number | undefined {
  const known = instants.filter((instant) => instant !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}

function agencyFacets(agency: LinkedAgencyId): readonly (readonly [string, Facets[string]])[] {
  const names = AGENCY_FACETS[agency];
  const part =
    (value: (one: AgencySummary, summary: CaseSummary) => Value) =>
    (summary: CaseSummary): Value => {
      const found = summary.agencies.find((one) => one.agency === agency);
      return found && value(found, summary);
    };
  return [
    [names.at, of(part(holds))],
    [names.due, of(part(stepDue))],
    [names.outcome, of(part(outcomeOfAgency))],
  ];
}

function holds({ status, startedAt }: AgencySummary, summary: CaseSummary): AgencyHolds | undefined {
  if (startedAt === undefined) return undefined;
  if (!isOpen(summary)) return 'closed';
  if (status === 'in-progress') return 'working';
  return status === 'awaiting-supplement' ? 'awaiting' : undefined;
}

function outcomeOfCase({
  agencies,
  submittedAt,
  finishedAt,
  onTime,
  limitWorkingDays,
  status,
}: CaseSummary): Value {
  if (finishedAt === undefined) return undefined;
  return packOutcome({
    result:
      status === 'refused'
        ? 'refused'
        : agencies.some((one) => one.status === 'completed' || one.status === 'cancelled')
          ? 'completed'
          : 'stopped',
    onTime: onTime ?? false,
    supplements: agencies.reduce((sum, { asked }) => sum + asked, 0),
    limitWorkingDays,
    ...bucketsOf(submittedAt, finishedAt, agencies),
  });
}

/** After issue a result stays what it was: a case that is cancelled later was completed all the same. */
function outcomeOfAgency(part: AgencySummary, summary: CaseSummary): Value {
  const { status, startedAt, finishedAt, asked, limitWorkingDays = 0 } = part;
  if (startedAt === undefined || finishedAt === undefined) return undefined;
  const result: Outcome['result'] = status === 'refused' || status === 'stopped' ? status : 'completed';
  return packOutcome({
    result,
    onTime: !isAgencyLate(part, summary, finishedAt),
    supplements: asked,
    limitWorkingDays,
    ...bucketsOf(startedAt, finishedAt, [part]),
  });
}

/** Of the office hours that count against the limit, and of the applicant's. */
function bucketsOf(
  from: number,
  to: number,
  parts: readonly AgencySummary[],
): Pick<Outcome, 'netBucket' | 'applicantBucket'> {
  const waits = parts.flatMap((part) => closedAt(part.waits ?? [], to));
  const { netWorkingMs, applicantWorkingMs } = netTime({ from, to }, waits, vietnamCalendar);
  return {
    netBucket: bucketOf(netWorkingMs),
    ...(waits.length === 0 ? undefined : { applicantBucket: bucketOf(applicantWorkingMs) }),
  };
}

/** Counted together with every page of the list. */
export const TALLIED_FACETS: readonly string[] = [
  'status',
  'group',
  'province',
  'policy',
  'submittedAt',
  'overdueAfter',
];
