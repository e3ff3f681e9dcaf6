import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type CaseListView, type CaseRow, type CaseSort } from '@lienthong/contracts';
import { type CaseFilters, casesPath, selectionOf } from '../../api/case-filters';
import { get } from '../../api/client';
import { usePaced } from '../../api/paced';

const PAGE = 100;
/** A list read deeper than this many pages stands still: every refresh asks for all of them. */
const REFRESHED_PAGES = 3;
/** Time alone makes cases late: so often, in real ms, the list is asked for again though nothing happened. */
const AGED_MS = 30_000;

export interface CasesQuery {
  readonly rows: readonly CaseRow[];
  /** Total and counts as of the last answer; absent until there was one. */
  readonly head: CaseListView | undefined;
  readonly error: Error | null;
  /** What is shown belongs to other filters than those in the address; the answer is under way. */
  readonly changing: boolean;
  /** Names what is shown: other filters or another order are another list. */
  readonly list: string;
  /** Too long to follow what happens. */
  readonly still: boolean;
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  readonly loadMore: () => void;
  /** Again from the first page. */
  readonly refresh: () => void;
}

/** The cases of a filter, page by page, and live. */
export function useCases(filters: CaseFilters, sort: CaseSort): CasesQuery {
  const list = casesPath(filters, sort);
  const queries = useQueryClient();
  const queryKey = ['paced', 'cases', list];
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      get<CaseListView>(
        '/v1/operations/cases',
        { ...selectionOf(filters), sort, limit: PAGE, cursor: pageParam },
        signal,
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (isLong(state.data) ? false : AGED_MS),
  });
  const { data } = query;
  const still = isLong(data);
  usePaced('cases', () => (still ? Promise.resolve() : query.refetch()));
  const rows = useMemo(() => distinct(data?.pages ?? []), [data]);
  return {
    rows,
    head: data?.pages[0],
    error: query.error,
    changing: query.isPlaceholderData,
    list,
    still,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetching) void query.fetchNextPage();
    },
    refresh: () => {
      queries.setQueryData<InfiniteData<CaseListView>>(
        queryKey,
        (all) => all && { pages: all.pages.slice(0, 1), pageParams: all.pageParams.slice(0, 1) },
      );
      void query.refetch();
    },
  };
}

function isLong(data: InfiniteData<CaseListView> | undefined): boolean {
  return (data?.pages.length ?? 0) > REFRESHED_PAGES;
}

/** A case that moved from one page to the next between two answers would stand in both. */
function distinct(pages: readonly CaseListView[]): readonly CaseRow[] {
  const byNumber = new Map(
    pages.flatMap(({ items }) => items.map((row) => [row.dossierNumber, row] as const)),
  );
  return [...byNumber.values()];
}
