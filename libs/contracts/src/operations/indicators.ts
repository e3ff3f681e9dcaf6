import { type LinkedAgencyId } from '../agencies';
import { type PolicyId, type Procedure, type ProcedureGroup } from '../procedures';
import { type Instant } from './instant';

/** What the rows of the indicators are: one each. */
export const INDICATOR_DIMENSIONS = [
  'procedureGroup',
  'procedure',
  'agency',
  'province',
  'policy',
  'day',
  'week',
  'month',
] as const;
export type IndicatorDimension = (typeof INDICATOR_DIMENSIONS)[number];

/** `GET /v1/operations/indicators?by=&from=&to=&procedureGroup=&procedure=&province=&agency=&policy=`, of cases that ended in [from, to). */
export interface IndicatorQuery {
  readonly by: IndicatorDimension;
  readonly from?: Instant;
  readonly to?: Instant;
  readonly procedureGroup?: ProcedureGroup;
  readonly procedure?: Procedure;
  readonly province?: string;
  readonly agency?: LinkedAgencyId;
  readonly policy?: PolicyId;
}

/**
 * Processing times are office hours in ms that count against the limit: those in which the applicant owed a supplement are left
 * out, and stand beside it in `applicant`. Percentiles are within 2.5 % of the exact ones.
 */
export interface IndicatorRow {
  /** The dimension's value, e.g. `01` or `birth-registration` or `2026-11`. */
  readonly key: string;
  readonly ended: number;
  readonly onTimeShare?: number;
  readonly p50Ms?: number;
  readonly p90Ms?: number;
  readonly p99Ms?: number;
  /** Office hours in which the applicant owed a supplement, of the cases in which that was so; absent where there is none. */
  readonly applicant?: { readonly cases: number; readonly p50Ms: number; readonly p90Ms: number };
  /** The law's limit where all of the row share one, in working days. */
  readonly limitWorkingDays?: number;
  readonly supplements: number;
  readonly refused: number;
  readonly completed: number;
}

export interface IndicatorsView {
  readonly by: IndicatorDimension;
  readonly rows: readonly IndicatorRow[];
  readonly total: IndicatorRow;
  readonly asOf: Instant;
}
