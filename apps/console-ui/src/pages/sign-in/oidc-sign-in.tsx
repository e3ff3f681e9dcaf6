import { Alert, Button, Text } from '@mantine/core';
import { IconLogin2 } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type OidcSettings } from '../../session/sign-in-query';

interface OidcSignInProps {
  readonly oidc: OidcSettings;
  readonly from: string;
}

/** Leads to the identity provider. */
export function OidcSignIn({ oidc, from }: OidcSignInProps) {
  const { t } = useTranslation('sign-in');
  const leave = useMutation({
    mutationFn: async () => (await import('../../session/oidc')).beginSignIn(oidc, from),
  });
  return (
    <>
      <Text size="sm">{t('oidc.intro', { issuer: new URL(oidc.issuer).host })}</Text>
      {leave.error && (
        <Alert color="red" role="alert" title={t('oidc.failed')}>
          {leave.error.message}
        </Alert>
      )}
      <Button
        leftSection={<IconLogin2 size={18} aria-hidden />}
        loading={leave.isPending}
        onClick={() => leave.mutate()}
        fullWidth
        autoFocus
      >
        {t('oidc.submit')}
      </Button>
    </>
  );
}
