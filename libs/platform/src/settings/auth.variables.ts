import { type Settings } from './settings';
import { oneOf, secret, text, url, type Variable } from './variable';

type AuthSetting = 'auth' | 'apiKeysFile' | 'serviceApiKey' | Extract<keyof Settings, `oidc${string}`>;

/** Who may call, and how callers and services are told apart. */
export const AUTH_VARIABLES: { readonly [Name in AuthSetting]: Variable<Settings[Name]> } = {
  auth: oneOf(
    { env: 'AUTH', help: 'who may call; off is for loopback addresses only' },
    ['off', 'api-key', 'oidc'],
    'off',
  ),
  apiKeysFile: text(
    {
      env: 'API_KEYS_FILE',
      help: 'JSON file of the API keys that AUTH=api-key takes, and AUTH=oidc beside tokens',
    },
    undefined,
  ),
  serviceApiKey: secret({
    env: 'SERVICE_API_KEY',
    help: 'key that this service shows to the other services',
  }),
  oidcIssuer: url({
    env: 'OIDC_ISSUER',
    help: 'identity provider (OpenID Connect) of AUTH=oidc, as its tokens name it',
  }),
  oidcAudience: text({ env: 'OIDC_AUDIENCE', help: 'whom its access tokens are for (claim aud)' }, undefined),
  oidcClientId: text(
    { env: 'OIDC_CLIENT_ID', help: 'client that people sign in to the console by' },
    undefined,
  ),
  oidcJwksUri: url({
    env: 'OIDC_JWKS_URI',
    help: 'where its keys are; default: as its discovery document says',
  }),
  oidcScope: text({ env: 'OIDC_SCOPE', help: 'what the console asks for at sign-in' }, 'openid profile'),
  oidcRolesClaim: text(
    { env: 'OIDC_ROLES_CLAIM', help: 'claim with the roles; a path may have dots: realm_access.roles' },
    'roles',
  ),
  oidcAgencyClaim: text({ env: 'OIDC_AGENCY_CLAIM', help: "claim with an officer's agency" }, 'agency'),
  oidcOfficesClaim: text({ env: 'OIDC_OFFICES_CLAIM', help: "claim with an officer's offices" }, 'offices'),
};
