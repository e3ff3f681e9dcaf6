import { UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { returnPathOf } from './return-path';
import { type OidcSettings } from './sign-in-query';
import { token } from './token';

let manager: UserManager | undefined;

/**
 * Code flow with PKCE. Everything is kept in this tab only. Tokens are renewed by a refresh token where the provider gives
 * one; never in a frame, because the console may not be framed.
 */
function managerOf({ issuer, clientId, scope }: OidcSettings): UserManager {
  const page = `${location.origin}${import.meta.env.BASE_URL}sign-in`;
  manager ??= new UserManager({
    authority: issuer,
    client_id: clientId,
    scope,
    response_type: 'code',
    redirect_uri: page,
    post_logout_redirect_uri: page,
    automaticSilentRenew: false,
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
  });
  return manager;
}

/** Leaves for the identity provider, which leads back to the sign-in page and from there to `from`. */
export async function beginSignIn(settings: OidcSettings, from: string): Promise<void> {
  await managerOf(settings).signinRedirect({ state: { from } });
}

/** Takes up what the identity provider sent back. @returns where the person was. */
export async function completeSignIn(settings: OidcSettings): Promise<string> {
  const user = await managerOf(settings).signinRedirectCallback();
  token.keep(user.access_token);
  const state = user.state as { readonly from?: unknown } | undefined;
  return returnPathOf(state?.from);
}

/** Ends the session here and, where the provider knows of such a thing, there. @returns whether the browser leaves for it. */
export async function endSession(settings: OidcSettings): Promise<boolean> {
  const users = managerOf(settings);
  const user = await users.getUser();
  await users.removeUser();
  const ending = await users.metadataService.getEndSessionEndpoint().catch(() => undefined);
  if (!user || ending === undefined) return false;
  await users.signoutRedirect({ ...(user.id_token !== undefined && { id_token_hint: user.id_token }) });
  return true;
}

/** Renews the token shortly before it expires, as long as the provider gives refresh tokens. @returns how to stop. */
export function keepRenewed(settings: OidcSettings): () => void {
  const users = managerOf(settings);
  const renew = async (): Promise<void> => {
    const user = await users.getUser();
    if (user?.refresh_token === undefined) return;
    const renewed = await users.signinSilent();
    if (renewed) token.keep(renewed.access_token);
  };
  // A token that could not be renewed is refused by the API in time, and the person is led to the sign-in page.
  const quietly = (): void => void renew().catch(() => undefined);
  const stop = users.events.addAccessTokenExpiring(quietly);
  void users.getUser();
  return stop;
}
