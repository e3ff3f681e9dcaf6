import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@lienthong/clock';
import {
  CASE_STATUSES,
  type CaseStatus,
  LINKED_AGENCIES,
  type LinkedAgencyId,
  type OverviewView,
} from '@lienthong/contracts';
import { type FacetConditions, type FacetRange } from '@lienthong/engine';
import { toVietnamIso } from '@lienthong/platform';
import { endOfWorkingDay } from '../cases/due-within';
import { OPEN_STATUSES } from '../cases/selection-conditions';
import { AGENCY_FACETS } from '../read-model/case-facets';
import { CASE_RECORDS, type CaseRecords } from '../read-model/case-records';
import { dayNumber, dayOfNumber } from '../read-model/day-number';
import { Flow } from '../read-model/flow';
import { Freshness } from '../read-model/freshness';
import { unpackOutcome } from '../read-model/outcome';
import { Remembered } from '../read-model/remembered';
import { SystemFigures } from '../system/system-figures';

const DAY_MS = 86_400_000;
const DAYS = 30;
const REMEMBERED_MS = 500;

/** Tổng quan: how many cases are where, what is late or about to be, and what moves. */
@Injectable()
export class Overview {
  private readonly remembered = new Remembered<OverviewView>(REMEMBERED_MS);

  constructor(
    @Inject(CASE_RECORDS) private readonly records: CaseRecords,
    private readonly system: SystemFigures,
    private readonly freshness: Freshness,
    private readonly flow: Flow,
    private readonly clock: Clock,
  ) {}

  view(): Promise<OverviewView> {
    return this.remembered.get('', () => this.workOut());
  }

  private async workOut(): Promise<OverviewView> {
    const now = this.clock.now();
    const today = endOfWorkingDay(now, 0);
    const due = (from: number, to: number): Promise<number> =>
      this.count({ where: { status: OPEN_STATUSES }, ranges: [{ facet: 'overdueAfter', from, to }] });
    const [
      byStatus,
      overdue,
      stepOverdue,
      promiseBroken,
      dueToday,
      dueTomorrow,
      { incidents, casesWithoutOwner },
      ended,
      days,
      byAgency,
    ] = await Promise.all([
      this.byStatus(),
      due(-Infinity, now),
      this.count({
        where: { status: OPEN_STATUSES },
        ranges: [
          { facet: 'stepOverdueAfter', to: now },
          { facet: 'overdueAfter', from: now, orAbsent: true },
        ],
      }),
      this.count({ where: { status: OPEN_STATUSES }, ranges: [{ facet: 'promiseBrokenAfter', to: now }] }),
      due(now, today),
      due(Math.max(now, today), endOfWorkingDay(now, 1)),
      this.system.read(),
      this.punctuality(now),
      this.days(now),
      Promise.all(LINKED_AGENCIES.map((agency) => this.agency(agency, now))),
    ]);
    return {
      asOf: toVietnamIso(now),
      byStatus,
      open: OPEN_STATUSES.reduce((sum, status) => sum + byStatus[status], 0),
      overdue,
      stepOverdue,
      promiseBroken,
      dueToday,
      dueTomorrow,
      awaitingSupplement: byStatus['awaiting-supplement'],
      incidents,
      withoutOwner: casesWithoutOwner,
      ...ended,
      days,
      flow: this.flow.at(Date.now()).map((minute) => ({ ...minute, at: toVietnamIso(minute.at) })),
      byAgency,
      freshness: this.freshness.percentiles(),
    };
  }

  private async count(conditions: FacetConditions): Promise<number> {
    const [all] = await this.records.tally(conditions, []);
    return all?.count ?? 0;
  }

  private async byStatus(): Promise<Record<CaseStatus, number>> {
    const counts = Object.fromEntries(CASE_STATUSES.map((status) => [status, 0])) as Record<
      CaseStatus,
      number
    >;
    for (const { values, count } of await this.records.tally({}, ['status']))
      if (values[0] !== undefined) counts[values[0] as CaseStatus] = count;
    return counts;
  }

  private async punctuality(now: number): Promise<Pick<OverviewView, 'ended30Days' | 'onTimeShare'>> {
    const ranges = [{ facet: 'finishedAt', from: now - DAYS * DAY_MS }];
    let ended = 0;
    let onTime = 0;
    for (const { values, count } of await this.records.tally({ ranges }, ['outcome'])) {
      ended += count;
      if (unpackOutcome(Number(values[0])).onTime) onTime += count;
    }
    return { ended30Days: ended, ...(ended === 0 ? undefined : { onTimeShare: onTime / ended }) };
  }

  private async days(now: number): Promise<OverviewView['days']> {
    const last = dayNumber(now);
    const first = last - DAYS + 1;
    const [filed, ended] = await Promise.all([
      this.perDay('filedDay', { facet: 'submittedAt', from: now - (DAYS + 1) * DAY_MS }),
      this.perDay('finishedDay', { facet: 'finishedAt', from: now - (DAYS + 1) * DAY_MS }),
    ]);
    return Array.from({ length: DAYS }, (_, i) => ({
      day: dayOfNumber(first + i),
      filed: filed.get(first + i) ?? 0,
      ended: ended.get(first + i) ?? 0,
    }));
  }

  private async perDay(facet: string, range: FacetRange): Promise<ReadonlyMap<number, number>> {
    const groups = await this.records.tally({ ranges: [range] }, [facet]);
    return new Map(groups.map(({ values, count }) => [Number(values[0]), count]));
  }

  private async agency(agency: LinkedAgencyId, now: number): Promise<OverviewView['byAgency'][number]> {
    const { at, due } = AGENCY_FACETS[agency];
    const where = { status: OPEN_STATUSES };
    const [held, overdue] = await Promise.all([
      this.records.tally({ where: { ...where, [at]: ['working', 'awaiting'] } }, [at]),
      this.count({ where, ranges: [{ facet: due, to: now }] }),
    ]);
    const of = (state: string): number => held.find(({ values }) => values[0] === state)?.count ?? 0;
    return { agency, open: of('working') + of('awaiting'), overdue, awaitingSupplement: of('awaiting') };
  }
}
