import { type IndicatorRow } from '@lienthong/contracts';
import { type Outcome } from '../read-model/outcome';
import { WorkingTimes } from './percentiles';

/** One row of the indicators while it is being added up. */
export class IndicatorSum {
  private readonly times = new WorkingTimes();
  private readonly applicants = new WorkingTimes();
  private readonly limits = new Set<number>();
  private ended = 0;
  private onTime = 0;
  private supplements = 0;
  private refused = 0;
  private completed = 0;

  add(outcome: Outcome, count: number): void {
    this.ended += count;
    this.times.add(outcome.netBucket, count);
    if (outcome.applicantBucket !== undefined) this.applicants.add(outcome.applicantBucket, count);
    this.limits.add(outcome.limitWorkingDays);
    this.supplements += outcome.supplements * count;
    if (outcome.onTime) this.onTime += count;
    if (outcome.result === 'refused') this.refused += count;
    if (outcome.result === 'completed') this.completed += count;
  }

  row(key: string): IndicatorRow {
    const { ended, supplements, refused, completed, times } = this;
    const [limitWorkingDays] = this.limits.size === 1 ? this.limits : [];
    const [p50Ms, p90Ms, p99Ms] = [0.5, 0.9, 0.99].map((share) => times.percentile(share));
    const applicant = this.applicants.count === 0 ? undefined : applicantOf(this.applicants);
    return {
      key,
      ended,
      ...(ended === 0 ? undefined : { onTimeShare: this.onTime / ended }),
      ...(p50Ms === undefined || p90Ms === undefined || p99Ms === undefined
        ? undefined
        : { p50Ms, p90Ms, p99Ms }),
      ...(applicant && { applicant }),
      ...(limitWorkingDays === undefined ? undefined : { limitWorkingDays }),
      supplements,
      refused,
      completed,
    };
  }
}

function applicantOf(times: WorkingTimes): NonNullable<IndicatorRow['applicant']> {
  return { cases: times.count, p50Ms: times.percentile(0.5) ?? 0, p90Ms: times.percentile(0.9) ?? 0 };
}
