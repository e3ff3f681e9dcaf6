import { Inject, Injectable } from '@nestjs/common';
import { type CaseStatus } from '@lienthong/contracts';
import { CASES_WITHOUT_OWNER, Metrics } from '@lienthong/platform';
import { ownerOf } from '@lienthong/procedures';
import { Gauge } from 'prom-client';
import { CASE_ENGINE, type CaseEngine } from './case.engine';

const OPEN: readonly CaseStatus[] = ['in-progress', 'awaiting-supplement'];
/** Open cases looked at on one scrape: it must not hold up the service. */
const CASES_A_SCRAPE = 2_000;

/**
 * `lienthong_cases_without_owner`: open cases with neither an outstanding command, nor a guarded move of the
 * applicant, nor an incident. Must be 0. Every scrape looks at the next open cases, round and round; the value is that of
 * the last whole round, or of the current one once that has found more.
 */
@Injectable()
export class OwnershipMetrics {
  private lastRound = 0;
  private thisRound = 0;
  private status = 0;
  private afterId: string | undefined;

  constructor(
    metrics: Metrics,
    @Inject(CASE_ENGINE) private readonly cases: CaseEngine,
  ) {
    const refresh = (): Promise<number> => this.refresh();
    new Gauge({
      name: CASES_WITHOUT_OWNER,
      help: 'Open cases that nothing and nobody would move on (guarantee G3: 0)',
      registers: [metrics],
      async collect(): Promise<void> {
        this.set(await refresh());
      },
    });
  }

  private async refresh(): Promise<number> {
    for (let left = CASES_A_SCRAPE, turns = 0; left > 0 && turns < OPEN.length; turns++) {
      const looked = await this.look(left);
      if (looked === left) break;
      left -= looked;
      this.nextStatus();
    }
    return Math.max(this.lastRound, this.thisRound);
  }

  private async look(limit: number): Promise<number> {
    const rows = await this.cases.query({
      where: { status: OPEN[this.status] ?? 'in-progress' },
      ...(this.afterId === undefined ? undefined : { afterId: this.afterId }),
      limit,
    });
    const ownerless = rows.filter(({ state }) => ownerOf(state) === undefined).map(({ id }) => id);
    this.thisRound += await this.withoutIncident(ownerless);
    this.afterId = rows.at(-1)?.id;
    return rows.length;
  }

  private nextStatus(): void {
    this.afterId = undefined;
    this.status = (this.status + 1) % OPEN.length;
    if (this.status !== 0) return;
    this.lastRound = this.thisRound;
    this.thisRound = 0;
  }

  private async withoutIncident(ids: readonly string[]): Promise<number> {
    if (ids.length === 0) return 0;
    const incidents = new Set((await this.cases.incidents(CASES_A_SCRAPE)).map(({ id }) => id));
    return ids.filter((id) => !incidents.has(id)).length;
  }
}
