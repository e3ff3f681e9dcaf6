import { type BusLag } from '@lienthong/service-host';
import { Backpressure } from '../ports';

/** Messages that may wait for any one service before new dossiers are asked to come later. */
const MOST_WAITING = 50_000;
const RETRY_AFTER_SECONDS = 2;

/** Refuses new dossiers while a service is far behind: nothing acknowledged is ever dropped instead. */
export class LagBackpressure extends Backpressure {
  constructor(private readonly lag: BusLag) {
    super();
  }

  admit(): ReturnType<Backpressure['admit']> {
    return this.lag.worst() < MOST_WAITING
      ? { ok: true }
      : { ok: false, retryAfterSeconds: RETRY_AFTER_SECONDS };
  }
}
