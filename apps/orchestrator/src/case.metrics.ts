import { Injectable } from '@nestjs/common';
import { vietnamCalendar } from '@lienthong/calendar';
import { Clock } from '@lienthong/clock';
import { Metrics } from '@lienthong/platform';
import { caseView, type CaseState, netTimeOfAgency, netTimeOfCase } from '@lienthong/procedures';
import { Counter, Histogram } from 'prom-client';

const HOUR_MS = 3_600_000;
/** Office hours: from within an hour to more than the longest limit (18 days of 8 hours). */
const WORKING_HOURS = [1, 2, 4, 8, 16, 24, 32, 40, 48, 64, 80, 112, 144, 200];

/**
 * How long finished cases and their procedures took, in office hours that count against the limits, the applicants' beside
 * them, and whether that was on time.
 */
@Injectable()
export class CaseMetrics {
  private readonly cases: Histogram<'procedure_group' | 'policy' | 'on_time'>;
  private readonly applicants: Histogram<'procedure_group' | 'policy'>;
  private readonly procedures: Histogram<'procedure' | 'policy' | 'on_time'>;
  private readonly ends: Counter<'procedure_group' | 'policy' | 'status'>;
  private readonly brokenPromises: Counter<'agency'>;

  constructor(
    metrics: Metrics,
    private readonly clock: Clock,
  ) {
    const registers = [metrics];
    this.cases = new Histogram({
      name: 'lienthong_case_processing_working_hours',
      help: 'Office hours from filing to the end of a case in which the applicant owed no supplement: what counts against the limit',
      labelNames: ['procedure_group', 'policy', 'on_time'],
      buckets: WORKING_HOURS,
      registers,
    });
    this.applicants = new Histogram({
      name: 'lienthong_case_applicant_working_hours',
      help: 'Office hours of ended cases in which the applicant owed a supplement; cases without are not in it',
      labelNames: ['procedure_group', 'policy'],
      buckets: WORKING_HOURS,
      registers,
    });
    this.procedures = new Histogram({
      name: 'lienthong_procedure_processing_working_hours',
      help: "Office hours from an agency's command (the registry's: from filing) to the record of its result in which the applicant owed it no supplement",
      labelNames: ['procedure', 'policy', 'on_time'],
      buckets: WORKING_HOURS,
      registers,
    });
    this.brokenPromises = new Counter({
      name: 'lienthong_promises_broken_total',
      help: 'Parts of ended cases whose agency did not keep the new date of its apology, by agency',
      labelNames: ['agency'],
      registers,
    });
    this.ends = new Counter({
      name: 'lienthong_cases_finished_total',
      help: 'Cases that ended, by status',
      labelNames: ['procedure_group', 'policy', 'status'],
      registers,
    });
  }

  /** Counts a case at the moment it ends, once: what happens after issue is no processing time. */
  observe(before: CaseState | undefined, after: CaseState): void {
    if (after.total === undefined || before?.total !== undefined) return;
    const now = this.clock.now();
    const { status, procedureGroup, policy, procedures, promises } = caseView(after, now, 'en');
    const net = netTimeOfCase(after, now, vietnamCalendar);
    for (const { agency, reason, broken } of promises)
      if (agency && reason === 'apology' && broken) this.brokenPromises.inc({ agency });
    this.ends.inc({ procedure_group: procedureGroup, policy, status });
    this.cases.observe(
      { procedure_group: procedureGroup, policy, on_time: String(after.total.onTime) },
      net.netWorkingMs / HOUR_MS,
    );
    if (after.total.pausedMs > 0)
      this.applicants.observe({ procedure_group: procedureGroup, policy }, net.applicantWorkingMs / HOUR_MS);
    for (const progress of after.agencies) {
      if (progress.requestedAt === undefined || progress.finishedAt === undefined) continue;
      const hours = netTimeOfAgency(after, progress, now, vietnamCalendar).netWorkingMs / HOUR_MS;
      for (const { procedure, onTime } of procedures.filter(({ agency }) => agency === progress.agency))
        this.procedures.observe({ procedure, policy, on_time: String(onTime) }, hours);
    }
  }
}
