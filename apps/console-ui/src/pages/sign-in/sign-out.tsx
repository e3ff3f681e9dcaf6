import { Group, Loader, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type OidcSettings } from '../../session/sign-in-query';
import { token } from '../../session/token';
import { forgetPerson } from './forget-person';

/** Forgets the key or token and everything that was loaded with it; an identity provider is told, too. */
export function SignOut({ oidc }: { readonly oidc?: OidcSettings }) {
  const { t } = useTranslation('sign-in');
  const navigate = useNavigate();
  const queries = useQueryClient();
  useEffect(() => {
    token.forget();
    forgetPerson(queries);
    const leave = async (): Promise<boolean> => {
      if (!oidc) return false;
      return (await import('../../session/oidc')).endSession(oidc);
    };
    void leave()
      .catch(() => false)
      .then((leaving) => {
        if (!leaving) void navigate('/sign-in?signedOut=1', { replace: true });
      });
  }, [oidc, navigate, queries]);
  return (
    <Group gap="sm" role="status">
      <Loader size="sm" />
      <Text size="sm">{t('signOut.doing')}</Text>
    </Group>
  );
}
