import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '@lienthong/clock';
import { LIVE_TOPICS, type LiveChange, type LiveTopic } from '@lienthong/contracts';
import { EventBus } from '@lienthong/event-bus';
import { toVietnamIso } from '@lienthong/platform';

/** Real ms between two changes that are told: at most two a second. */
const EVERY_MS = 500;
const MOST_NUMBERS = 200;

type OnChange = (change: LiveChange) => void;

/**
 * Gathers what changed, and tells whoever listens at most twice a second. Of cases it hears from the tail of
 * `case.events`; everything else is told by {@link touch}. It keeps nothing: what nobody listens to is forgotten.
 */
@Injectable()
export class LiveChanges implements OnApplicationShutdown {
  private readonly listeners = new Set<OnChange>();
  private readonly topics = new Set<LiveTopic>();
  private readonly numbers = new Set<string>();
  /** Whether some change of a case named no case, or there were more than are told. */
  private unnamed = false;
  private timer: NodeJS.Timeout | undefined;
  private toldAt = -Infinity;

  constructor(
    bus: EventBus,
    private readonly clock: Clock,
  ) {
    bus.tail('case.events', ({ subject }) => this.touch('cases', subject));
  }

  /** Whether anybody listens: what nobody hears need not be found out. */
  get isHeard(): boolean {
    return this.listeners.size > 0;
  }

  /** Something of this topic changed; with `dossierNumber`, of this case. */
  touch(topic: LiveTopic, dossierNumber?: string): void {
    if (!this.isHeard) return;
    this.topics.add(topic);
    if (dossierNumber !== undefined && this.numbers.size <= MOST_NUMBERS) this.numbers.add(dossierNumber);
    else if (topic === 'cases') this.unnamed = true;
    this.timer ??= setTimeout(
      () => this.tell(),
      Math.max(0, this.toldAt + EVERY_MS - performance.now()),
    ).unref();
  }

  /** Returns the function that ends it. */
  subscribe(onChange: OnChange): () => void {
    // One function may listen twice: each subscription is its own.
    const listener: OnChange = (change) => onChange(change);
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  onApplicationShutdown(): void {
    clearTimeout(this.timer);
    this.listeners.clear();
  }

  private tell(): void {
    const { topics, numbers } = this;
    const change: LiveChange = {
      at: toVietnamIso(this.clock.now()),
      topics: LIVE_TOPICS.filter((topic) => topics.has(topic)),
      ...(!this.unnamed &&
        numbers.size > 0 &&
        numbers.size <= MOST_NUMBERS && { dossierNumbers: [...numbers] }),
    };
    topics.clear();
    numbers.clear();
    this.unnamed = false;
    this.timer = undefined;
    this.toldAt = performance.now();
    for (const listener of this.listeners) listener(change);
  }
}
