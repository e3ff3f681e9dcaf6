import { type EmbeddedMessageLog } from '@lienthong/embedded';
import { Backpressure } from '../../../gateway/src/ports';

/** Messages that may wait before new dossiers are asked to come later. */
const MOST_WAITING = 50_000;
const RETRY_AFTER_SECONDS = 1;

/** Refuses new dossiers while the services are far behind: nothing acknowledged is ever dropped instead. */
export class BacklogBackpressure extends Backpressure {
  constructor(private readonly log: EmbeddedMessageLog) {
    super();
  }

  admit(): ReturnType<Backpressure['admit']> {
    return this.log.backlog() < MOST_WAITING
      ? { ok: true }
      : { ok: false, retryAfterSeconds: RETRY_AFTER_SECONDS };
  }
}
