import { Injectable, Optional } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '@lienthong/platform';
import { Backpressure } from '../ports';

const LONGEST_PAUSE_MS = 1_000;
const PATIENCE_MS = 60_000;

/** Lets dossiers in only as fast as the system behind can take them. */
@Injectable()
export class AdmissionService {
  constructor(@Optional() private readonly backpressure?: Backpressure) {}

  /** @throws Problem 429 `too-many-requests` with `Retry-After` */
  admit(): void {
    const verdict = this.backpressure?.admit();
    if (verdict && !verdict.ok) throw comeLater(verdict.retryAfterSeconds);
  }

  /** Holds a streamed batch back instead of failing its lines; gives up after a minute (real time). */
  async admitPatiently(): Promise<void> {
    for (let waited = 0; ;) {
      const verdict = this.backpressure?.admit();
      if (!verdict || verdict.ok) return;
      if (waited >= PATIENCE_MS) throw comeLater(verdict.retryAfterSeconds);
      const pause = Math.max(1, Math.min(verdict.retryAfterSeconds * 1000, LONGEST_PAUSE_MS));
      await sleep(pause);
      waited += pause;
    }
  }
}

function comeLater(retryAfterSeconds: number): Problem {
  const seconds = Math.max(1, Math.ceil(retryAfterSeconds));
  return new Problem({ code: 'too-many-requests', headers: { 'retry-after': String(seconds) } });
}
