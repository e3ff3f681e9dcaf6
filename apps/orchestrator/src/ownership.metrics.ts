import { Inject, Injectable } from '@nestjs/common';
import { type CaseStatus } from '@lienthong/contracts';
import { CASES_WITHOUT_OWNER, Metrics } from '@lienthong/platform';
import { type CaseState, ownerOf } from '@lienthong/procedures';
import { Gauge } from 'prom-client';
import { CASE_ENGINE, type CaseEngine } from './case.engine';

const OPEN: readonly CaseStatus[] = ['in-progress', 'awaiting-supplement'];
/** Open cases looked at on one scrape: it must not hold up the service. */
const CASES_A_SCRAPE = 2_000;
/** Of more cases without an owner than this, only so many are named. */
const MOST_NAMED = 10_000;

/** What one look at all open cases found. */
interface Round {
  count: number;
  readonly ids: string[];
}

/**
 * `lienthong_cases_without_owner`: open cases with neither an outstanding command, nor a guarded move of the
 * applicant, nor an incident. Must be 0. Every scrape looks at the next open cases, round and round; the value is that of
 * the last whole round, or of the current one once that has found more.
 */
@Injectable()
export class OwnershipMetrics {
  private lastRound: Round = { count: 0, ids: [] };
  private thisRound: Round = { count: 0, ids: [] };
  private looking: Promise<number> | undefined;
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

  /** The cases that the value counts, without those that got an owner, or an incident, since they were looked at. */
  async numbers(): Promise<readonly string[]> {
    await this.refresh();
    const { ids } = this.round;
    if (ids.length === 0) return [];
    const rows = await this.cases.query({ ids, limit: ids.length });
    return this.ownerless(rows);
  }

  private get round(): Round {
    return this.thisRound.count > this.lastRound.count ? this.thisRound : this.lastRound;
  }

  /** Who asks while somebody is looking gets what that finds: two at once would count cases twice. */
  private refresh(): Promise<number> {
    this.looking ??= this.lookOn().finally(() => (this.looking = undefined));
    return this.looking;
  }

  private async lookOn(): Promise<number> {
    for (let left = CASES_A_SCRAPE, turns = 0; left > 0 && turns < OPEN.length; turns++) {
      const looked = await this.look(left);
      if (looked === left) break;
      left -= looked;
      this.nextStatus();
    }
    return this.round.count;
  }

  private async look(limit: number): Promise<number> {
    const rows = await this.cases.query({
      where: { status: OPEN[this.status] ?? 'in-progress' },
      ...(this.afterId === undefined ? undefined : { afterId: this.afterId }),
      limit,
    });
    const found = await this.ownerless(rows);
    this.thisRound.count += found.length;
    this.thisRound.ids.push(...found.slice(0, MOST_NAMED - this.thisRound.ids.length));
    this.afterId = rows.at(-1)?.id;
    return rows.length;
  }

  private nextStatus(): void {
    this.afterId = undefined;
    this.status = (this.status + 1) % OPEN.length;
    if (this.status !== 0) return;
    this.lastRound = this.thisRound;
    this.thisRound = { count: 0, ids: [] };
  }

  private async ownerless(
    rows: readonly { readonly id: string; readonly state: CaseState }[],
  ): Promise<readonly string[]> {
    const ids = rows.filter(({ state }) => ownerOf(state) === undefined).map(({ id }) => id);
    if (ids.length === 0) return [];
    const incidents = new Set((await this.cases.incidents(CASES_A_SCRAPE)).map(({ id }) => id));
    return ids.filter((id) => !incidents.has(id));
  }
}
