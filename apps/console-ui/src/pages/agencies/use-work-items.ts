import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { type LinkedAgencyId, type WorkItemStatus } from '@lienthong/contracts';
import { get } from '../../api/client';
import { type WorkItem } from './work-items';

export interface WorkSelection {
  readonly agency: LinkedAgencyId;
  readonly office?: string | undefined;
  readonly status?: WorkItemStatus | undefined;
}

const PAGE = 200;

export const WORK_ITEMS_KEY = ['cases', 'work-items'] as const;

/** Pages of an agency's work; a page may be short and still have a next one. */
export function useWorkItems({ agency, office, status }: WorkSelection) {
  return useInfiniteQuery({
    queryKey: [...WORK_ITEMS_KEY, agency, office, status],
    queryFn: ({ pageParam, signal }) =>
      get<{ readonly items: readonly WorkItem[]; readonly nextCursor?: string }>(
        `/v1/agencies/${agency}/work-items`,
        { office, status, limit: PAGE, cursor: pageParam },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
  });
}
