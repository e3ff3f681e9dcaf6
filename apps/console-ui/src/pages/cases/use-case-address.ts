import { useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { type CaseSort } from '@lienthong/contracts';
import { type CaseFilters, casesPath, readFilters, readSort } from '../../api/case-filters';

export type FilterChange = { readonly [Name in keyof CaseFilters]?: CaseFilters[Name] | undefined };

export interface CaseAddress {
  readonly filters: CaseFilters;
  readonly sort: CaseSort;
  /** Changes some filters; `undefined` drops one. */
  readonly change: (change: FilterChange) => void;
  readonly clear: () => void;
  readonly order: (sort: CaseSort) => void;
  /** Where a change would lead: for links. */
  readonly pathOf: (change: FilterChange) => string;
}

/** Filters and order, kept in the address: a link that is passed on shows the same. */
export function useCaseAddress(): CaseAddress {
  const [parameters] = useSearchParams();
  const navigate = useNavigate();
  const filters = useMemo(() => readFilters(parameters), [parameters]);
  const sort = readSort(parameters);
  const kept = parameters.has('sort') ? sort : undefined;
  const pathOf = (change: FilterChange): string => casesPath({ ...filters, ...change } as CaseFilters, kept);
  const go = (path: string): void => void navigate(path, { replace: true, preventScrollReset: true });
  return {
    filters,
    sort,
    pathOf,
    change: (change) => go(pathOf(change)),
    clear: () => go(casesPath({}, kept)),
    order: (wanted) => {
      window.scrollTo({ top: 0 });
      go(casesPath(filters, wanted));
    },
  };
}
