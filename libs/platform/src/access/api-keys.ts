import { createHash, timingSafeEqual } from 'node:crypto';
import { type Principal } from './principal';

export interface ApiKeyEntry {
  readonly principal: Principal;
  /** The 32 bytes of the key's SHA-256. */
  readonly sha256: Buffer;
}

/**
 * The keys that are valid, by their hashes. Keys are long and random, so a plain SHA-256 cannot be turned back or
 * guessed; a slow hash is for passwords.
 */
export class ApiKeys {
  constructor(private readonly entries: readonly ApiKeyEntry[]) {}

  /** Whether some key is of this id. */
  knows(id: string): boolean {
    return this.entries.some(({ principal }) => principal.id === id);
  }

  /** Takes as long for a key that is nearly right as for any other. */
  holderOf(key: string): Principal | undefined {
    const given = createHash('sha256').update(key).digest();
    let holder: Principal | undefined;
    for (const { principal, sha256 } of this.entries) {
      if (timingSafeEqual(sha256, given)) holder = principal;
    }
    return holder;
  }
}
