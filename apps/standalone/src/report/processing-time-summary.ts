import { type CaseView, type ProcedureGroup, type ProcessingTime } from '@lienthong/contracts';
import { percentile } from './percentiles';

const WORKING_DAY_MS = 8 * 3_600_000;

/** How long it took before the linked procedures, in working days (ministry report). */
export const WORKING_DAYS_BEFORE: Readonly<Record<ProcedureGroup, number>> = { birth: 21, death: 25 };

export interface SummaryRow {
  readonly procedureGroup: ProcedureGroup;
  readonly policy: string;
  readonly limitWorkingDays: number;
  readonly cases: number;
  /** Working days that count against the limit: without the time applicants owed a supplement. */
  readonly p50: number;
  readonly p90: number;
  readonly p99: number;
  /** Cases in which the applicant owed a supplement, and for how many working days nine in ten of them at most. */
  readonly applicant?: { readonly cases: number; readonly p90: number };
  readonly lateShare: number;
}

/** Sums finished cases by procedure group, policy and limit. */
export class ProcessingTimeSummary {
  private readonly groups = new Map<
    string,
    {
      readonly key: Pick<SummaryRow, 'procedureGroup' | 'policy' | 'limitWorkingDays'>;
      readonly days: number[];
      readonly applicant: number[];
      late: number;
    }
  >();
  private open = 0;

  add(view: CaseView, time: ProcessingTime): void {
    if (view.finishedAt === undefined) {
      this.open++;
      return;
    }
    const { procedureGroup, policy } = view;
    const { limitWorkingDays } = time.total;
    const name = `${procedureGroup}/${policy}/${String(limitWorkingDays).padStart(3, '0')}`;
    let group = this.groups.get(name);
    if (!group)
      this.groups.set(
        name,
        (group = { key: { procedureGroup, policy, limitWorkingDays }, days: [], applicant: [], late: 0 }),
      );
    group.days.push(time.total.netWorkingMs / WORKING_DAY_MS);
    if (time.total.pausedMs > 0) group.applicant.push(time.total.applicantWorkingMs / WORKING_DAY_MS);
    if (time.total.onTime === false) group.late++;
  }

  get openCases(): number {
    return this.open;
  }

  rows(): readonly SummaryRow[] {
    return [...this.groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { key, days, applicant, late }]) => {
        const ascending = days.sort((a, b) => a - b);
        const waits = applicant.sort((a, b) => a - b);
        return {
          ...key,
          cases: ascending.length,
          p50: percentile(ascending, 50),
          p90: percentile(ascending, 90),
          p99: percentile(ascending, 99),
          ...(waits.length > 0 && { applicant: { cases: waits.length, p90: percentile(waits, 90) } }),
          lateShare: late / ascending.length,
        };
      });
  }
}
