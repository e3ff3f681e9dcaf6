import { Alert, Button, Group, Loader, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useSearchParams } from 'react-router';
import { type OidcSettings } from '../../session/sign-in-query';
import { forgetPerson } from './forget-person';

/** What the identity provider sent back becomes a session, once: a code cannot be used again. */
export function OidcReturn({ oidc }: { readonly oidc: OidcSettings }) {
  const { t } = useTranslation('sign-in');
  const queries = useQueryClient();
  const [query] = useSearchParams();
  const returned = useQuery({
    queryKey: ['static', 'sign-in', 'return', query.get('state')],
    queryFn: async () => {
      const from = await (await import('../../session/oidc')).completeSignIn(oidc);
      forgetPerson(queries);
      return from;
    },
    staleTime: Infinity,
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  if (returned.data !== undefined) return <Navigate to={returned.data} replace />;
  if (returned.error)
    return (
      <>
        <Alert color="red" role="alert" title={t('oidc.failed')}>
          {returned.error.message}
        </Alert>
        <Button component={Link} to="/sign-in" replace fullWidth>
          {t('oidc.again')}
        </Button>
      </>
    );
  return (
    <Group gap="sm" role="status">
      <Loader size="sm" />
      <Text size="sm">{t('oidc.finishing')}</Text>
    </Group>
  );
}
