import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ApiProblem } from '../api/problem';
import { signInQuery } from './sign-in-query';
import { token } from './token';

/** Whether the API does not, or no longer, know who asks. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 401;
}

/** Whether the API knows who asks, and has nothing for them here. */
export function isForbidden(error: unknown): boolean {
  return error instanceof ApiProblem && error.status === 403;
}

/** Asks for the session again as soon as any question or action is refused for want of one. */
export function useRefusalsWatched(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const check = (error: unknown, key?: unknown): void => {
      if (isSignedOut(error) && key !== 'session') void queries.invalidateQueries({ queryKey: ['session'] });
    };
    const stops = [
      queries.getQueryCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'error')
          check(event.action.error, (event.query.queryKey as readonly unknown[])[0]);
      }),
      queries.getMutationCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'error') check(event.action.error);
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }, [queries]);
}

/** Keeps a token of an identity provider fresh while the console is open. */
export function useTokenRenewed(): void {
  const { data } = useQuery({ ...signInQuery, enabled: token.read() !== undefined });
  const oidc = data?.oidc;
  useEffect(() => {
    if (!oidc) return;
    let stop: (() => void) | undefined;
    let left = false;
    void import('./oidc').then(({ keepRenewed }) => {
      if (!left) stop = keepRenewed(oidc);
    });
    return () => {
      left = true;
      stop?.();
    };
  }, [oidc]);
}
