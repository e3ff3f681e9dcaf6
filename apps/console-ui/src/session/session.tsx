import { Anchor, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { createContext, type PropsWithChildren, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useLocation } from 'react-router';
import { type Permission, type SessionView } from '@lienthong/contracts';
import { get } from '../api/client';
import { ErrorState, LoadingState } from '../components/states';
import { homeOf, signInPath } from './return-path';
import { token } from './token';
import { isSignedOut, useRefusalsWatched, useTokenRenewed } from './watch-session';

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
  useRefusalsWatched();
  useTokenRenewed();
  const session = useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => get<SessionView>('/v1/operations/session', {}, signal),
    refetchInterval: 60_000,
  });
  if (isSignedOut(session.error)) return <Navigate to={signInPath(`${pathname}${search}`)} replace />;
  if (session.data) {
    const home = homeOf(session.data.permissions);
    if (pathname === '/' && home !== undefined && home !== '/') return <Navigate to={home} replace />;
    return <Session.Provider value={session.data}>{children}</Session.Provider>;
  }
  if (session.error) return <NoSession error={session.error} onRetry={() => void session.refetch()} />;
  return <LoadingState />;
}

/** Why nothing can be shown, and the way out for somebody who is signed in as the wrong person. */
function NoSession({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <Stack component="main" align="center" gap={0}>
      <ErrorState error={error} onRetry={onRetry} />
      {token.read() !== undefined && (
        <Anchor component={Link} to="/sign-in?signOut=1" size="sm">
          {t('nav.signOut')}
        </Anchor>
      )}
    </Stack>
  );
}
