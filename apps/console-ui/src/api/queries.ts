import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './problem';

/**
 * Keys of queries begin with a live topic (`['cases', …]`, `['incidents', …]`, `['batches', …]`, `['audit', …]`,
 * `['system', …]`), so that a change of that topic asks again; what never changes begins with `static`.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        retry: (failures, error) =>
          failures < 2 && !(error instanceof ApiProblem && error.status >= 400 && error.status < 500),
      },
    },
  });
}
