import { jwtVerify } from 'jose';
import { Logger } from '@nestjs/common';
import { Problem } from '../../problem';
import { type Principal } from '../principal';
import { type ClaimNames, principalOfClaims } from './claims';
import { IssuerKeys, IssuerUnavailable } from './issuer-keys';

/** Signatures by keys that only the issuer has: nothing symmetric, and never `none`. */
const ALGORITHMS = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
];
/** How far the issuer's clock and this machine's may be apart, in seconds. */
const CLOCK_TOLERANCE_S = 30;
const RETRY_AFTER_SECONDS = '5';

export interface OidcOptions {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUri?: string | undefined;
  readonly claims: ClaimNames;
  /** Real ms between two looks for keys that are not known. */
  readonly cooldownMs?: number | undefined;
}

/** The bearer tokens (JWT) that an OpenID Connect identity provider gives out. */
export class OidcTokens {
  private readonly logger = new Logger('Access');
  private readonly keys: IssuerKeys;

  constructor(private readonly options: OidcOptions) {
    this.keys = new IssuerKeys(options);
  }

  /**
   * Who a token is of; undefined for one that is not valid, for whatever reason.
   * @throws Problem 503 `service-unavailable` while the issuer's keys cannot be had
   */
  async holderOf(token: string): Promise<Principal | undefined> {
    const { issuer, audience, claims } = this.options;
    try {
      const { payload } = await jwtVerify(token, this.keys.find, {
        issuer,
        audience,
        algorithms: ALGORITHMS,
        clockTolerance: CLOCK_TOLERANCE_S,
        requiredClaims: ['exp', 'sub'],
      });
      return principalOfClaims(payload, claims);
    } catch (error) {
      if (!(error instanceof IssuerUnavailable)) return undefined;
      this.logger.warn(`the identity provider does not answer as it should, ${error.message}`);
      throw new Problem({
        code: 'service-unavailable',
        headers: { 'retry-after': RETRY_AFTER_SECONDS },
        extensions: { service: 'identity-provider' },
      });
    }
  }
}
