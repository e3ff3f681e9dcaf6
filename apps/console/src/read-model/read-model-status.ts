import { Inject, Injectable } from '@nestjs/common';
import { type SystemView } from '@lienthong/contracts';
import { toVietnamIso } from '@lienthong/platform';
import { CASE_RECORDS, type CaseRecords } from './case-records';
import { Freshness } from './freshness';
import { Rebuild } from './rebuild';

/** How many cases it knows, how soon, and how far a rebuild is. */
@Injectable()
export class ReadModelStatus {
  constructor(
    @Inject(CASE_RECORDS) private readonly records: CaseRecords,
    private readonly freshness: Freshness,
    private readonly rebuild: Rebuild,
  ) {}

  async view(): Promise<SystemView['readModel']> {
    const [all] = await this.records.tally({}, []);
    const progress = await this.rebuild.progress();
    const { p50Ms, p99Ms } = this.freshness.percentiles();
    return {
      cases: all?.count ?? 0,
      ...(p50Ms === undefined ? undefined : { freshnessP50Ms: p50Ms }),
      ...(p99Ms === undefined ? undefined : { freshnessP99Ms: p99Ms }),
      ...(progress && { rebuild: { done: progress.done, since: toVietnamIso(progress.since) } }),
    };
  }
}
