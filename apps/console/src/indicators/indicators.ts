import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '@lienthong/clock';
import {
  ALL_PROCEDURES,
  PROCEDURES_OF,
  type IndicatorDimension,
  type IndicatorQuery,
  type IndicatorsView,
  LINKED_AGENCIES,
  type LinkedAgencyId,
  PROCEDURE_AGENCY,
  type Procedure,
} from '@lienthong/contracts';
import { type FacetConditions } from '@lienthong/engine';
import { toVietnamIso } from '@lienthong/platform';
import { instantOf } from '../cases/selection-conditions';
import { AGENCY_FACETS } from '../read-model/case-facets';
import { CASE_RECORDS, type CaseRecords } from '../read-model/case-records';
import { type Outcome, unpackOutcome } from '../read-model/outcome';
import { masksWith } from '../read-model/procedure-mask';
import { Remembered } from '../read-model/remembered';
import { IndicatorSum } from './indicator-sum';
import { dayKey, monthKey, weekKey } from './period-keys';

const REMEMBERED_MS = 5_000;

/** How a facet's value becomes a row, of the dimensions that are a facet of the case. */
const FACET_ROWS: Readonly<
  Record<
    Exclude<IndicatorDimension, 'agency' | 'procedure'>,
    { readonly facet: string; readonly key: (value: string | number) => string }
  >
> = {
  procedureGroup: { facet: 'group', key: String },
  province: { facet: 'province', key: String },
  policy: { facet: 'policy', key: String },
  day: { facet: 'finishedDay', key: (day) => dayKey(Number(day)) },
  week: { facet: 'finishedDay', key: (day) => weekKey(Number(day)) },
  month: { facet: 'finishedDay', key: (day) => monthKey(Number(day)) },
};

/**
 * Chỉ số: how long cases took against the law, and how many were on time. Of whole cases; where an agency or a procedure is
 * asked for, of that agency's part in them.
 */
@Injectable()
export class Indicators {
  private readonly remembered = new Remembered<IndicatorsView>(REMEMBERED_MS);

  constructor(
    @Inject(CASE_RECORDS) private readonly records: CaseRecords,
    private readonly clock: Clock,
  ) {}

  view(query: IndicatorQuery): Promise<IndicatorsView> {
    return this.remembered.get(JSON.stringify(query), () => this.workOut(query));
  }

  private async workOut(query: IndicatorQuery): Promise<IndicatorsView> {
    const asOf = toVietnamIso(this.clock.now());
    const { by } = query;
    const rows = new Map<string, IndicatorSum>();
    const total = new IndicatorSum();
    if (by === 'agency')
      for (const agency of agenciesOf(query)) await this.addPart(rows, agency, query, agency);
    else if (by === 'procedure')
      for (const procedure of proceduresOf(query))
        await this.addPart(rows, procedure, { ...query, procedure }, PROCEDURE_AGENCY[procedure]);
    else await this.addByFacet(rows, FACET_ROWS[by], query);
    for (const { values, count } of await this.records.tally(conditionsOf(query), [outcomeFacet(query)]))
      if (values[0] !== undefined) total.add(unpackOutcome(Number(values[0])), count);
    return {
      by,
      rows: [...rows].map(([key, sum]) => sum.row(key)).filter(({ ended }) => ended > 0),
      total: total.row('total'),
      asOf,
    };
  }

  private async addPart(
    rows: Map<string, IndicatorSum>,
    key: string,
    query: IndicatorQuery,
    agency: LinkedAgencyId,
  ): Promise<void> {
    const sum = new IndicatorSum();
    rows.set(key, sum);
    for (const { values, count } of await this.records.tally(conditionsOf(query), [
      AGENCY_FACETS[agency].outcome,
    ]))
      if (values[0] !== undefined) sum.add(unpackOutcome(Number(values[0])), count);
  }

  private async addByFacet(
    rows: Map<string, IndicatorSum>,
    { facet, key }: (typeof FACET_ROWS)[keyof typeof FACET_ROWS],
    query: IndicatorQuery,
  ): Promise<void> {
    const groups = await this.records.tally(conditionsOf(query), [facet, outcomeFacet(query)]);
    const found: { readonly value: string | number; readonly outcome: Outcome; readonly count: number }[] =
      [];
    for (const { values, count } of groups) {
      const [value, outcome] = values;
      if (value !== undefined && outcome !== undefined)
        found.push({ value, outcome: unpackOutcome(Number(outcome)), count });
    }
    for (const { value, outcome, count } of found.sort((a, b) => (a.value < b.value ? -1 : 1))) {
      const name = key(value);
      const sum = rows.get(name) ?? new IndicatorSum();
      rows.set(name, sum);
      sum.add(outcome, count);
    }
  }
}

/** Of cases that ended in the period. */
function conditionsOf({
  from,
  to,
  procedureGroup,
  procedure,
  province,
  policy,
}: IndicatorQuery): FacetConditions {
  const since = from === undefined ? undefined : instantOf(from);
  const until = to === undefined ? undefined : instantOf(to);
  return {
    where: {
      ...(procedureGroup && { group: procedureGroup }),
      ...(procedure && { procedures: masksWith(procedure) }),
      ...(province !== undefined && { province }),
      ...(policy && { policy }),
    },
    ranges: [
      {
        facet: 'finishedAt',
        ...(since === undefined ? undefined : { from: since }),
        ...(until === undefined ? undefined : { to: until }),
      },
    ],
  };
}

function outcomeFacet({ agency, procedure }: IndicatorQuery): string {
  const whose = agency ?? (procedure && PROCEDURE_AGENCY[procedure]);
  return whose ? AGENCY_FACETS[whose].outcome : 'outcome';
}

function agenciesOf({ agency, procedure }: IndicatorQuery): readonly LinkedAgencyId[] {
  const asked = agency ?? (procedure && PROCEDURE_AGENCY[procedure]);
  return asked ? [asked] : LINKED_AGENCIES;
}

function proceduresOf({ agency, procedure, procedureGroup }: IndicatorQuery): readonly Procedure[] {
  const group: readonly Procedure[] = procedureGroup ? PROCEDURES_OF[procedureGroup] : ALL_PROCEDURES;
  return group.filter(
    (one) =>
      (procedure === undefined || one === procedure) &&
      (agency === undefined || PROCEDURE_AGENCY[one] === agency),
  );
}
