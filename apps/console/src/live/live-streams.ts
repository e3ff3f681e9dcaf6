import { type ServerResponse } from 'node:http';
import { type LiveChange } from '@lienthong/contracts';

/** Real ms between two signs of life: whoever hears none for twice as long knows that the server hangs. */
const HEARTBEAT_MS = 5_000;
/** A stream ends after so long, so that whoever reads it shows once more that they may. Real ms. */
const LONGEST_MS = 1_800_000;
/** Bytes that may wait for a reader before it counts as gone: hints are small and may be missed. */
const MOST_WAITING = 65_536;
const RECONNECT_MS = 1_000;

export interface StreamLimits {
  readonly heartbeatMs: number;
  readonly longestMs: number;
  readonly mostWaiting: number;
}

const LIMITS: StreamLimits = {
  heartbeatMs: HEARTBEAT_MS,
  longestMs: LONGEST_MS,
  mostWaiting: MOST_WAITING,
};

/** The connections that hear of changes as Server-Sent Events. */
export class LiveStreams {
  private readonly open = new Set<() => void>();

  constructor(private readonly limits: StreamLimits = LIMITS) {}

  get size(): number {
    return this.open.size;
  }

  /** Sends what `subscribe` hears until either side ends it. The headers have been sent. */
  add(raw: ServerResponse, subscribe: (onChange: (change: LiveChange) => void) => () => void): void {
    const send = (text: string): void => {
      if (raw.writableLength > this.limits.mostWaiting) raw.destroy();
      else raw.write(text);
    };
    const unsubscribe = subscribe((change) => send(`event: changed\ndata: ${JSON.stringify(change)}\n\n`));
    const heartbeat = setInterval(() => send(': heartbeat\n\n'), this.limits.heartbeatMs).unref();
    const end = (): void => {
      if (!this.open.delete(end)) return;
      unsubscribe();
      clearInterval(heartbeat);
      clearTimeout(longest);
      raw.end();
    };
    const longest = setTimeout(end, this.limits.longestMs).unref();
    this.open.add(end);
    raw.on('close', end);
    raw.on('error', end);
    send(`retry: ${RECONNECT_MS}\n\n`);
  }

  endAll(): void {
    for (const end of [...this.open]) end();
  }
}
