import { bucketMs } from '../read-model/working-time';

/** Counts by bucket of working time; percentiles by nearest rank, within 2.5 % of the exact ones. */
export class WorkingTimes {
  private readonly counts = new Map<number, number>();
  private total = 0;

  get count(): number {
    return this.total;
  }

  add(bucket: number, count: number): void {
    this.counts.set(bucket, (this.counts.get(bucket) ?? 0) + count);
    this.total += count;
  }

  /** In ms of office hours; undefined while nothing is counted. */
  percentile(share: number): number | undefined {
    const rank = Math.ceil(share * this.total);
    let reached = 0;
    for (const [bucket, count] of [...this.counts].sort(([a], [b]) => a - b)) {
      reached += count;
      if (reached >= rank && this.total > 0) return bucketMs(bucket);
    }
    return undefined;
  }
}
