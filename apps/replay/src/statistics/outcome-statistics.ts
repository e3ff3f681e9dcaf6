import { vietnamCalendar, type WorkingCalendar } from '@lienthong/calendar';
import {
  ALL_PROCEDURES,
  CASE_STATUSES,
  type CaseStatus,
  LINKED_AGENCIES,
  type LinkedAgencyId,
  type PolicyId,
  PROCEDURE_STATUSES,
  type Procedure,
  type ProcedureGroup,
  type ProcedureStatus,
} from '@lienthong/contracts';
import { type Geography } from '@lienthong/geography';
import { type Outcome } from '../outcome';
import { type AgencyWork, agencyWorks } from './agency-work';
import { ByGroup } from './by-group';
import { DayBins } from './day-bins';
import { JoinedNames } from './joined-names';
import { LateTally } from './late-tally';
import { Months } from './months';
import { PauseTally } from './pause-tally';
import { SegmentTally } from './segment-tally';
import { type StatisticsSummary } from './statistics-summary';
import { Counts, inOrder, Tallies } from './tallies';
import { type Measured, TimeTally } from './time-tally';

const NOWHERE = { code: '--', name: '—' };

/**
 * What the outcomes of a run add up to, one outcome after another in any order: memory is bounded by the number of rows
 * (groups, procedures, provinces, months), not of outcomes, at about 30 MB.
 */
export class OutcomeStatistics {
  private dossiers = 0;
  private open = 0;
  private readonly statuses = new Counts<CaseStatus>();
  private readonly policies = new Tallies<
    { procedureGroup: ProcedureGroup; policy: PolicyId },
    { dossiers: number }
  >(() => ({ dossiers: 0 }));
  private readonly procedureStatuses = new Tallies<Procedure, Counts<ProcedureStatus>>(() => new Counts());
  private readonly groups = new Tallies<{ procedureGroup: ProcedureGroup; policy: PolicyId }, TimeTally>(
    () => new TimeTally(4),
  );
  private readonly procedures = new Tallies<{ procedure: Procedure; agency: LinkedAgencyId }, TimeTally>(
    () => new TimeTally(4),
  );
  private readonly agencies = new Tallies<LinkedAgencyId, { times: TimeTally; segments: SegmentTally }>(
    (agency) => ({ times: new TimeTally(4), segments: new SegmentTally(agency) }),
  );
  private readonly provinces = new Tallies<{ code: string; name: string }, ByGroup>(() => new ByGroup());
  private readonly months = new Tallies<string, ByGroup>(() => new ByGroup());
  private readonly pauses = new Tallies<ProcedureGroup, PauseTally>(() => new PauseTally());
  private readonly bins = new Tallies<ProcedureGroup, DayBins>((group) => new DayBins(group));
  private readonly late = new LateTally();
  private readonly names = new JoinedNames();
  private readonly monthNames = new Months();

  constructor(
    private readonly geography: Geography,
    private readonly calendar: WorkingCalendar = vietnamCalendar,
  ) {}

  add(outcome: Outcome): void {
    const { view, dossier } = outcome;
    const { procedureGroup, policy } = view;
    this.dossiers++;
    this.statuses.add(view.status);
    this.policies.of(this.names.of(procedureGroup, policy), { procedureGroup, policy }).dossiers++;
    for (const { procedure, status } of view.procedures) {
      this.procedureStatuses.of(procedure, procedure).add(status);
    }
    const province = this.geography.provinceOfCommune(dossier.agencies.civilRegistry) ?? NOWHERE;
    const { code, name } = province;
    const inProvince = this.provinces.of(code, { code, name });
    const month = this.monthNames.of(view.submittedAt);
    const inMonth = this.months.of(month, month);
    inProvince.filed++;
    inMonth.filed++;
    for (const work of agencyWorks(outcome, this.calendar)) if (work.finished) this.addWork(work);
    if (view.finishedAt === undefined) {
      this.open++;
      this.late.addOpen(view);
      return;
    }
    const measured = this.addEnded(outcome);
    inProvince.times(procedureGroup).add(measured);
    inMonth.times(procedureGroup).add(measured);
  }

  summary(): StatisticsSummary {
    return {
      dossiers: this.dossiers,
      open: this.open,
      byStatus: this.statuses.record(CASE_STATUSES),
      byGroupAndPolicy: this.policies.entries().map(({ key, tally }) => ({ ...key, ...tally })),
      byProcedureAndStatus: inOrder(ALL_PROCEDURES, this.procedureStatuses, (procedure) => procedure).map(
        ({ key, tally }) => ({ procedure: key, counts: tally.record(PROCEDURE_STATUSES) }),
      ),
      groups: this.groups.entries().map(({ key, tally }) => ({ ...key, ...tally.summary() })),
      procedures: inOrder(ALL_PROCEDURES, this.procedures, ({ procedure }) => procedure).map(
        ({ key, tally }) => ({ ...key, ...tally.summary() }),
      ),
      agencies: inOrder(LINKED_AGENCIES, this.agencies, (agency) => agency).map(
        ({ key, tally: { times, segments } }) => ({
          agency: key,
          supplements: segments.supplements,
          ...times.summary(),
        }),
      ),
      provinces: this.provinces.entries().map(({ key, tally }) => ({ ...key, ...tally.summary() })),
      months: this.months.entries().map(({ key, tally }) => ({ month: key, ...tally.summary() })),
      pauses: this.pauses.entries().map(({ key, tally }) => ({ procedureGroup: key, ...tally.summary() })),
      late: this.late.summary(),
      segments: inOrder(LINKED_AGENCIES, this.agencies, (agency) => agency).flatMap(({ tally }) =>
        tally.segments.summary(),
      ),
      histograms: this.bins.entries().map(({ tally }) => tally.summary()),
    };
  }

  private addWork(work: AgencyWork): void {
    const { agency, procedures, limitWorkingDays } = work;
    const ofAgency = this.agencies.of(agency, agency);
    ofAgency.times.add(work);
    ofAgency.segments.add(work);
    for (const { procedure } of procedures) {
      this.procedures.of(this.names.of(procedure, limitWorkingDays), { procedure, agency }).add(work);
    }
  }

  private addEnded({ view, time: { total } }: Outcome): Measured {
    const { procedureGroup, policy } = view;
    const measured: Measured = {
      workingMs: total.netWorkingMs,
      calendarMs: total.calendarMs,
      limitWorkingDays: total.limitWorkingDays,
      // The KPI rules know a withdrawal only after acceptance.
      onTime: view.status === 'withdrawn' && view.acceptedAt === undefined ? undefined : total.onTime,
    };
    this.groups
      .of(this.names.of(this.names.of(procedureGroup, policy), total.limitWorkingDays), {
        procedureGroup,
        policy,
      })
      .add(measured);
    this.bins.of(procedureGroup, procedureGroup).add(measured.workingMs);
    this.pauses.of(procedureGroup, procedureGroup).add(total.pausedMs, total.applicantWorkingMs);
    this.late.addEnded(view, measured.onTime);
    return measured;
  }
}
