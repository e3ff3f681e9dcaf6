import { type SignInView } from '@lienthong/contracts';
import { type Settings } from '@lienthong/platform';

type SignInSettings = Pick<Settings, 'auth' | 'oidcIssuer' | 'oidcClientId' | 'oidcScope'>;

/** What a page must know before anybody has signed in: nothing that is secret. */
export function signInView({
  auth,
  oidcIssuer: issuer,
  oidcClientId: clientId,
  oidcScope: scope,
}: SignInSettings): SignInView {
  if (auth !== 'oidc' || issuer === undefined || clientId === undefined) return { auth };
  return { auth, oidc: { issuer, clientId, scope } };
}
