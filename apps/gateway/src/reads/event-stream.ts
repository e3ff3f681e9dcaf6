import { type Language, type TimelineEntry } from '@lienthong/contracts';
import { presentEntry } from './presentation';

/** Where an event stream writes to: the raw response, or a test. */
export interface EventSink {
  /** False when the receiver is behind: wait for {@link drained}. */
  write(text: string): boolean;
  drained(): Promise<void>;
}

export interface TimelineSource {
  timeline(language: Language): Promise<readonly TimelineEntry[]>;
  /** Calls back when there may be news; returns the function that ends it. */
  subscribe(onChange: () => void): () => void;
}

export interface StreamTimes {
  /** Real ms between looks at the timeline when no hint comes. */
  readonly pollMs: number;
  /** Real ms of silence after which a comment keeps the connection open. */
  readonly heartbeatMs: number;
}

/**
 * A case's timeline as Server-Sent Events. The timeline itself is the source: hints and polls only say when to read it
 * again, so that nothing is lost or doubled however often the connection breaks. Entries have ids 1, 2, 3, …
 */
export class EventStream {
  private ended = false;
  private stirred = false;
  private wake: (() => void) | undefined;

  constructor(
    private readonly source: TimelineSource,
    private readonly sink: EventSink,
    private readonly times: StreamTimes,
  ) {}

  /**
   * Sends every entry after `lastIndex`, then each new one, until {@link end}.
   * @param lastIndex `Last-Event-ID`; 0 for all
   */
  async run(lastIndex: number, language: Language): Promise<void> {
    const unsubscribe = this.source.subscribe(() => this.stir());
    try {
      let sent = lastIndex;
      let silentMs = 0;
      while (!this.ended) {
        this.stirred = false;
        const news = (await this.source.timeline(language)).filter(({ index }) => index > sent);
        for (const entry of news) {
          if (this.ended) return;
          await this.write(`id: ${entry.index}\ndata: ${JSON.stringify(presentEntry(entry))}\n\n`);
          sent = entry.index;
        }
        silentMs = news.length > 0 ? 0 : silentMs + this.times.pollMs;
        if (silentMs >= this.times.heartbeatMs) {
          await this.write(': heartbeat\n\n');
          silentMs = 0;
        }
        await this.pause();
      }
    } finally {
      this.ended = true;
      unsubscribe();
    }
  }

  end(): void {
    this.ended = true;
    this.wake?.();
  }

  private stir(): void {
    this.stirred = true;
    this.wake?.();
  }

  private async write(text: string): Promise<void> {
    if (!this.ended && !this.sink.write(text)) await this.sink.drained();
  }

  private async pause(): Promise<void> {
    if (this.stirred || this.ended) return;
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
      timer = setTimeout(resolve, this.times.pollMs);
    });
    clearTimeout(timer);
    this.wake = undefined;
  }
}
