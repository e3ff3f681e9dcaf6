import { QueryClient } from '@tanstack/react-query';
import { isRefusal } from './problem';

/**
 * Keys of queries begin with a live topic (`['cases', …]`, `['incidents', …]`, `['batches', …]`, `['audit', …]`,
 * `['system', …]`), so that a change of that topic asks again; what never changes begins with `static`.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error) => failures < 2 && !isRefusal(error),
      },
    },
  });
}
