import { type CaseListView, type CaseSelection } from '@lienthong/contracts';
import { type CaseFilters, OPEN_STATUSES, selectionOf } from '../../api/case-filters';

/** The most that one batch takes. */
export const BATCH_LIMIT = 100_000;

/** What a batch on the cases of a list acts on: those of them that are open, for nothing else can be stopped. */
export interface BatchScope {
  readonly selection: CaseSelection;
  readonly count: number;
}

export function batchScope(filters: CaseFilters, byStatus: CaseListView['byStatus']): BatchScope {
  const status = OPEN_STATUSES.filter((open) => filters.status?.includes(open) ?? true);
  return {
    selection: selectionOf({ ...filters, status }),
    count: status.reduce((sum, each) => sum + byStatus[each], 0),
  };
}
