import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose';
import { isSafeUrl } from '../../settings';

/** Real ms after which the identity provider counts as not answering. */
const TIMEOUT_MS = 3_000;
/** Real ms before keys are asked for again because a token names one that is not among them. */
const COOLDOWN_MS = 30_000;

export interface IssuerKeysOptions {
  readonly issuer: string;
  /** Where its keys are; without it the issuer's own description tells. */
  readonly jwksUri?: string | undefined;
  readonly cooldownMs?: number | undefined;
}

/** The identity provider's keys cannot be had: nobody can be told from anybody. `message` holds no token. */
export class IssuerUnavailable extends Error {
  readonly code = 'issuer-unavailable';
}

/**
 * The keys that the identity provider signs with (JWKS), asked for when first needed, kept for ten minutes, and asked for
 * again when a token names an unknown one: so a provider may change its keys at any time.
 */
export class IssuerKeys {
  private keys: Promise<JWTVerifyGetKey> | undefined;

  constructor(private readonly options: IssuerKeysOptions) {}

  /** @throws IssuerUnavailable; else what `jose` finds wrong with the token */
  readonly find: JWTVerifyGetKey = async (header, token) => {
    const keys = await (this.keys ??= this.open());
    try {
      return await keys(header, token);
    } catch (error) {
      throw isAboutToken(error) ? error : new IssuerUnavailable(`its keys: ${nameOf(error)}`);
    }
  };

  private async open(): Promise<JWTVerifyGetKey> {
    try {
      const uri = this.options.jwksUri ?? (await discover(this.options.issuer));
      const { cooldownMs = COOLDOWN_MS } = this.options;
      return createRemoteJWKSet(new URL(uri), { timeoutDuration: TIMEOUT_MS, cooldownDuration: cooldownMs });
    } catch (error) {
      this.keys = undefined;
      throw error;
    }
  }
}

/** The address of the keys, by OpenID Connect Discovery 1.0. @throws IssuerUnavailable */
async function discover(issuer: string): Promise<string> {
  const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const description = await describe(url);
  if (description['issuer'] !== issuer)
    throw new IssuerUnavailable('its description is of another issuer than OIDC_ISSUER');
  const uri = description['jwks_uri'];
  if (typeof uri !== 'string' || !isSafeUrl(uri))
    throw new IssuerUnavailable('its description has no jwks_uri with https');
  return uri;
}

async function describe(url: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!answer.ok) throw new IssuerUnavailable(`its description: status ${answer.status}`);
    return ((await answer.json()) ?? {}) as Readonly<Record<string, unknown>>;
  } catch (error) {
    throw error instanceof IssuerUnavailable
      ? error
      : new IssuerUnavailable(`its description: ${nameOf(error)}`);
  }
}

/** The keys are there, and none of them, or more than one, may be the token's. */
function isAboutToken(error: unknown): boolean {
  return error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
