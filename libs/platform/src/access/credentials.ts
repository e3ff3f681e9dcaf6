import { type FastifyRequest } from 'fastify';
import { type Bilingual, Problem } from '../problem';
import { type Settings } from '../settings';
import { ApiKeys } from './api-keys';
import { readApiKeys } from './keys-file';
import { OidcTokens } from './oidc/oidc-tokens';
import { LOCAL_PRINCIPAL, type Principal } from './principal';

type OidcSetting = Extract<keyof Settings, `oidc${string}`>;

/** What of the settings says who may call. */
export type AccessSettings = Pick<Settings, 'auth' | 'apiKeysFile'> & Partial<Pick<Settings, OidcSetting>>;

export interface CredentialOptions {
  /** Real ms between two looks for the identity provider's keys that are not known. */
  readonly jwksCooldownMs?: number;
}

const TOKEN_DETAIL: Bilingual = {
  vi: 'Đăng nhập lại, hoặc gửi mã truy cập hay khóa API còn hiệu lực: Authorization: Bearer <mã>.',
  en: 'Sign in again, or send a valid access token or API key: Authorization: Bearer <token>.',
};

/** header.payload.signature, each in base64url. */
const JWT = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/** What callers show of themselves: API keys, and with `AUTH=oidc` the identity provider's tokens. */
export class Credentials {
  private readonly keys: ApiKeys;
  private readonly tokens: OidcTokens | undefined;

  /** @throws BadSetting for a keys file that is missing or wrong */
  constructor(settings: AccessSettings, { jwksCooldownMs }: CredentialOptions = {}) {
    const { auth, apiKeysFile } = settings;
    const withoutKeys = auth === 'oidc' && apiKeysFile === undefined;
    this.keys = withoutKeys ? new ApiKeys([]) : readApiKeys(apiKeysFile ?? '');
    this.tokens = auth === 'oidc' ? oidcTokens(settings, jwksCooldownMs) : undefined;
  }

  /**
   * Who sent a request.
   * @throws Problem 401 `unauthenticated`; 503 `service-unavailable` while nobody can say whether a token is valid
   */
  async holderOf(request: FastifyRequest): Promise<Principal> {
    const shown = shownBy(request);
    if (shown === undefined) throw this.unauthenticated('Bearer');
    const holder = this.keys.holderOf(shown) ?? (await this.holderOfToken(shown));
    if (!holder) throw this.unauthenticated('Bearer error="invalid_token"');
    return holder;
  }

  /** Nobody whom the provider names becomes the holder of a key: dossiers belong to who filed them by id. */
  private async holderOfToken(shown: string): Promise<Principal | undefined> {
    if (!this.tokens || !JWT.test(shown)) return undefined;
    const holder = await this.tokens.holderOf(shown);
    const isTaken = holder && (this.keys.knows(holder.id) || holder.id === LOCAL_PRINCIPAL.id);
    return isTaken ? undefined : holder;
  }

  private unauthenticated(challenge: string): Problem {
    return new Problem({
      code: 'unauthenticated',
      headers: { 'www-authenticate': challenge },
      ...(this.tokens && { detail: TOKEN_DETAIL }),
    });
  }
}

function oidcTokens(settings: AccessSettings, cooldownMs: number | undefined): OidcTokens {
  return new OidcTokens({
    issuer: settings.oidcIssuer ?? '',
    audience: settings.oidcAudience ?? '',
    jwksUri: settings.oidcJwksUri,
    claims: {
      roles: settings.oidcRolesClaim ?? 'roles',
      agency: settings.oidcAgencyClaim ?? 'agency',
      offices: settings.oidcOfficesClaim ?? 'offices',
    },
    cooldownMs,
  });
}

/** `Authorization: Bearer <key or token>` (RFC 6750), else `X-API-Key`. */
function shownBy({ headers }: FastifyRequest): string | undefined {
  const bearer = /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1];
  const header = headers['x-api-key'];
  return bearer ?? (typeof header === 'string' && header !== '' ? header : undefined);
}
