import { useQuery } from '@tanstack/react-query';
import { createContext, type PropsWithChildren, useContext } from 'react';
import { Navigate, useLocation } from 'react-router';
import { type Permission, type SessionView } from '@lienthong/contracts';
import { get } from '../api/client';
import { ApiProblem } from '../api/problem';
import { ErrorState, LoadingState } from '../components/states';

const Session = createContext<SessionView | undefined>(undefined);

/** Who uses the page. Below {@link SignedIn} only. */
export function useSession(): SessionView {
  const session = useContext(Session);
  if (!session) throw new Error('there is no session outside SignedIn');
  return session;
}

export function usePermission(permission: Permission): boolean {
  return useSession().permissions.includes(permission);
}

/** What is inside is shown to those who are signed in; others are led to the sign-in page and back. */
export function SignedIn({ children }: PropsWithChildren) {
  const { pathname, search } = useLocation();
  const session = useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => get<SessionView>('/v1/operations/session', {}, signal),
    refetchInterval: 60_000,
  });
  if (session.data) return <Session.Provider value={session.data}>{children}</Session.Provider>;
  if (session.error instanceof ApiProblem && session.error.status === 401)
    return <Navigate to="/sign-in" replace state={{ from: `${pathname}${search}` }} />;
  if (session.error) return <ErrorState error={session.error} onRetry={() => void session.refetch()} />;
  return <LoadingState />;
}
