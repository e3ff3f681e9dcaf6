import { hashText, unitOf } from '@lienthong/simulation';

const FIRST_MS = 100;
const LONGEST_MS = 5_000;
/** Those who were told the same time must not all come back at once: up to half of it later, a second at most. */
const SPREAD = 0.5;
const WIDEST_SPREAD_MS = 1_000;

/** How long to wait before the same dossier is sent again. Its randomness depends on seed, key and attempt alone. */
export class RetryPolicy {
  constructor(private readonly seed: number) {}

  /**
   * Doubling from 100 ms to 5 s, half of it at random.
   * @param attempt 1 for the first wait of a dossier
   */
  backoffMs(key: string, attempt: number): number {
    const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt - 1, 16));
    return full * (0.5 + 0.5 * this.unit(key, attempt));
  }

  /** Never sooner than was asked for; who asks for nothing, or for no time, is left alone for a moment all the same. */
  afterRefusalMs(key: string, attempt: number, askedMs: number | undefined): number {
    if (!askedMs) return this.backoffMs(key, attempt);
    return askedMs + Math.min(WIDEST_SPREAD_MS, askedMs * SPREAD) * this.unit(key, attempt);
  }

  private unit(key: string, attempt: number): number {
    return unitOf(hashText(this.seed, key), attempt);
  }
}
