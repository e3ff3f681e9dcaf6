import { Problem } from '@lienthong/platform';

/** How long an address that did not answer is passed over while others do. Real ms. */
const REST_MS = 2_000;
const RETRY_AFTER_SECONDS = '2';

/** The replicas of another service, taken in turn. */
export class Upstream {
  private readonly resting = new Map<string, number>();
  private turn = 0;

  /** @param urls base URLs, without a slash at the end; at least one */
  constructor(
    readonly service: string,
    private readonly urls: readonly string[],
    private readonly real: () => number = Date.now,
  ) {}

  get replicas(): number {
    return this.urls.length;
  }

  /** The next address, one that has just failed only when there is no other. */
  next(): string {
    const now = this.real();
    const rested = this.urls.filter((url) => (this.resting.get(url) ?? 0) <= now);
    const candidates = rested.length > 0 ? rested : this.urls;
    return candidates[this.turn++ % candidates.length] as string;
  }

  /** This address did not answer. */
  failed(url: string): void {
    this.resting.set(url, this.real() + REST_MS);
  }

  unavailable(): Problem {
    return new Problem({
      code: 'service-unavailable',
      headers: { 'retry-after': RETRY_AFTER_SECONDS },
      extensions: { service: this.service },
    });
  }
}
