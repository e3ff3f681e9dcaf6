import { Inject, Injectable } from '@nestjs/common';
import { CASE_STATUSES } from '@lienthong/contracts';
import { Metrics } from '@lienthong/platform';
import { Gauge } from 'prom-client';
import { CASE_ENGINE, type CaseEngine } from './case.engine';

/** Real ms for which a count stands: with a million cases it is not taken at every scrape. */
const FRESH_MS = 10_000;

/** `lienthong_cases`: how many cases are in each status now. Every replica shows the same. */
@Injectable()
export class CaseCountsMetrics {
  private counted: Promise<void> | undefined;
  private countedAt = -Infinity;

  constructor(
    metrics: Metrics,
    @Inject(CASE_ENGINE) private readonly cases: CaseEngine,
  ) {
    const refresh = (gauge: Gauge<'status'>): Promise<void> => this.refresh(gauge);
    new Gauge({
      name: 'lienthong_cases',
      help: 'Cases by status, open and ended',
      labelNames: ['status'],
      registers: [metrics],
      async collect() {
        await refresh(this);
      },
    });
  }

  private async refresh(gauge: Gauge<'status'>): Promise<void> {
    if (performance.now() - this.countedAt > FRESH_MS) {
      this.countedAt = performance.now();
      this.counted = this.count(gauge);
    }
    await this.counted;
  }

  private async count(gauge: Gauge<'status'>): Promise<void> {
    for (const status of CASE_STATUSES) gauge.set({ status }, await this.cases.count({ status }));
  }
}
