import { Alert } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { type SignInView } from '@lienthong/contracts';
import { QueryView } from '../../components/query-view';
import { returnPathOf } from '../../session/return-path';
import { signInQuery } from '../../session/sign-in-query';
import { KeyForm } from './key-form';
import { OidcReturn } from './oidc-return';
import { OidcSignIn } from './oidc-sign-in';
import { SignInFrame } from './sign-in-frame';
import { SignOut } from './sign-out';

/** Đăng nhập: by a key, by an identity provider, or straight on where none is asked for. */
export function Component() {
  const { t } = useTranslation('sign-in');
  const how = useQuery(signInQuery);
  return (
    <SignInFrame title={t('title')}>
      <QueryView query={how}>{(settings) => <Step settings={settings} />}</QueryView>
    </SignInFrame>
  );
}

function Step({ settings }: { readonly settings: SignInView }) {
  const { t } = useTranslation('sign-in');
  const [query] = useSearchParams();
  const { auth, oidc } = settings;
  const from = returnPathOf(query.get('from'));
  if (query.has('signOut')) return <SignOut {...(oidc && { oidc })} />;
  if (auth === 'off') return <Navigate to={from} replace />;
  if (oidc && query.has('state') && (query.has('code') || query.has('error')))
    return <OidcReturn oidc={oidc} />;
  return (
    <>
      {query.has('signedOut') && (
        <Alert color="jade" role="status">
          {t('signOut.done')}
        </Alert>
      )}
      {from !== '/' && <Alert color="gray">{t('back')}</Alert>}
      {oidc ? <OidcSignIn oidc={oidc} from={from} /> : <KeyForm from={from} />}
    </>
  );
}
