import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

type Patch = Readonly<Record<string, string | undefined>>;

/**
 * The page's state in its address, so that a link shows the same. A patch changes the named parameters only; what is
 * undefined or empty leaves the address. The back button returns to pages, not to single clicks on a filter.
 */
export function useUrlState(): readonly [URLSearchParams, (patch: Patch) => void] {
  const [query, setQuery] = useSearchParams();
  const change = useCallback(
    (patch: Patch) => setQuery((now) => patched(now, patch), { replace: true, preventScrollReset: true }),
    [setQuery],
  );
  return [query, change];
}

/** The address's query after a patch, for links. */
export function patched(query: URLSearchParams, patch: Patch): URLSearchParams {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(patch)) {
    if (value === undefined || value === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
}

/** `value` where it is one of `allowed`; else nothing, so that a mistyped address is as good as none. */
export function oneOf<T extends string>(allowed: readonly T[], value: string | null): T | undefined {
  return allowed.find((one) => one === value);
}
