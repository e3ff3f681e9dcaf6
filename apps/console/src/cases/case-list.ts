import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@lienthong/clock';
import {
  CASE_STATUSES,
  type CaseListView,
  type CaseRow,
  type CaseSelection,
  type CaseSort,
  type CaseStatus,
} from '@lienthong/contracts';
import { toVietnamIso } from '@lienthong/platform';
import { CASE_RECORDS, type CaseRecords } from '../read-model/case-records';
import { type CaseSummary } from '../read-model/case-record';
import { StandingCases } from '../read-model/standing-cases';
import { CaseConditions } from './case-conditions';
import { type CasePosition, type CaseSortFacet, orderOf, toCursor } from './case-cursor';
import { caseRow } from './case-row';

const EXPORTED_AT_ONCE = 500;

interface Found {
  readonly id: string;
  readonly summary: CaseSummary;
}

/** Danh sách hồ sơ: pages of cases, with counts. */
@Injectable()
export class CaseList {
  constructor(
    @Inject(CASE_RECORDS) private readonly records: CaseRecords,
    private readonly conditions: CaseConditions,
    private readonly standing: StandingCases,
    private readonly clock: Clock,
  ) {}

  async page(
    selection: CaseSelection,
    sort: CaseSort,
    limit: number,
    after?: CasePosition,
  ): Promise<CaseListView> {
    const now = this.clock.now();
    const [found, byStatus, numbers] = await Promise.all([
      this.find(selection, sort, limit + 1, now, after),
      this.byStatus(selection, now),
      this.standing.now(),
    ]);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const counted = selection.status ?? CASE_STATUSES;
    return {
      items: page.map(({ id, summary }) => caseRow(id, summary, now, numbers.has(id))),
      ...(found.length > limit && last
        ? { nextCursor: toCursor(positionOf(last, orderOf(sort).facet)) }
        : undefined),
      total: counted.reduce((sum, status) => sum + byStatus[status], 0),
      byStatus,
      asOf: toVietnamIso(now),
    };
  }

  /** Every case of a selection, in order; never more than a page of them in memory. */
  async *rows(selection: CaseSelection, sort: CaseSort): AsyncGenerator<CaseRow> {
    const now = this.clock.now();
    const { facet } = orderOf(sort);
    for (let after: CasePosition | undefined; ;) {
      const found = await this.find(selection, sort, EXPORTED_AT_ONCE, now, after);
      const numbers = await this.standing.now();
      for (const { id, summary } of found) yield caseRow(id, summary, now, numbers.has(id));
      const last = found.at(-1);
      if (!last || found.length < EXPORTED_AT_ONCE) return;
      after = positionOf(last, facet);
    }
  }

  private async find(
    selection: CaseSelection,
    sort: CaseSort,
    limit: number,
    now: number,
    after: CasePosition | undefined,
  ): Promise<readonly Found[]> {
    const rows = await this.records.query({
      ...(await this.conditions.of(selection, now)),
      order: orderOf(sort),
      ...(after && { after }),
      limit,
    });
    return rows.flatMap(({ id, state: { summary } }) => (summary ? [{ id, summary }] : []));
  }

  /** Counts a status each, of what the other conditions select. */
  private async byStatus(
    { status: _status, ...others }: CaseSelection,
    now: number,
  ): Promise<Record<CaseStatus, number>> {
    const counts = Object.fromEntries(CASE_STATUSES.map((status) => [status, 0])) as Record<
      CaseStatus,
      number
    >;
    const conditions = await this.conditions.of(others, now);
    for (const { values, count } of await this.records.tally(conditions, ['status']))
      if (values[0] !== undefined) counts[values[0] as CaseStatus] = count;
    return counts;
  }
}

function positionOf({ id, summary }: Found, facet: CaseSortFacet): CasePosition {
  const { dueAt, promised = 0 } = summary;
  return { value: facet === 'appointment' ? Math.max(dueAt, promised) : summary[facet], id };
}
