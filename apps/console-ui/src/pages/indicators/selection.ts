import {
  INDICATOR_DIMENSIONS,
  type IndicatorQuery,
  LINKED_AGENCIES,
  POLICY_IDS,
  PROCEDURE_GROUPS,
  PROCEDURE_NAMES,
  type Procedure,
} from '@lienthong/contracts';
import { oneOf } from '../../components/use-url-state';
import { type Period, readPeriod, spanOf } from './period';

export const PROCEDURES = Object.keys(PROCEDURE_NAMES) as readonly Procedure[];

export const FILTERS = ['procedureGroup', 'procedure', 'agency', 'province', 'policy'] as const;
export type Filter = (typeof FILTERS)[number];

/** What the address selects: the API's query, and the period as it was chosen. `now` is the simulation's clock, epoch ms. */
export function readSelection(
  query: URLSearchParams,
  now: number,
): { readonly period: Period; readonly asked: IndicatorQuery } {
  const period = readPeriod(query.get('period'));
  const found = {
    procedureGroup: oneOf(PROCEDURE_GROUPS, query.get('procedureGroup')),
    procedure: oneOf(PROCEDURES, query.get('procedure')),
    agency: oneOf(LINKED_AGENCIES, query.get('agency')),
    policy: oneOf(POLICY_IDS, query.get('policy')),
    province: query.get('province') ?? undefined,
  };
  const filters = Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
  const by = oneOf(INDICATOR_DIMENSIONS, query.get('by')) ?? 'procedure';
  return { period, asked: { by, ...spanOf(period, now), ...filters } };
}
