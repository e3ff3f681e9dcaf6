import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '@lienthong/clock';
import { LIVE_TOPICS, type LiveChange, type LiveTopic } from '@lienthong/contracts';
import { EventBus, type Hint } from '@lienthong/event-bus';
import { toVietnamIso } from '@lienthong/platform';
import { Paced } from './paced';

/** Real ms between two changes that are told: at most two a second. */
const EVERY_MS = 500;
const MOST_NUMBERS = 200;

type OnChange = (change: LiveChange) => void;

/** What replicas of the console tell one another. */
const HINT = 'console.changed';

/**
 * Gathers what changed, and tells whoever listens at most twice a second. Of cases it hears from the tail of
 * `case.events`, of what this replica does by {@link announce}, of what others do by their hints. It keeps nothing: what
 * nobody listens to is forgotten.
 */
@Injectable()
export class LiveChanges implements OnApplicationShutdown {
  private readonly listeners = new Set<OnChange>();
  private readonly topics = new Set<LiveTopic>();
  private readonly numbers = new Set<string>();
  /** Whether some change of a case named no case, or there were more than are told. */
  private unnamed = false;
  private readonly telling = new Paced(EVERY_MS, () => this.tell());

  /** What the other replicas have still to be told, at most twice a second too. */
  private readonly untold = new Set<LiveTopic>();
  private readonly hinting = new Paced(EVERY_MS, () => this.hint());

  constructor(
    private readonly bus: EventBus,
    private readonly clock: Clock,
  ) {
    bus.tail(
      'case.events',
      ({ subject }) => this.touch('cases', subject),
      () => this.isHeard,
    );
    bus.onHint(HINT, (data) => this.heed(data));
  }

  /** Whether anybody listens: what nobody hears need not be found out. */
  get isHeard(): boolean {
    return this.listeners.size > 0;
  }

  /** This replica changed something of this topic: who listens here is told, and who listens at the others. */
  announce(topic: LiveTopic): void {
    this.touch(topic);
    this.untold.add(topic);
    this.hinting.soon();
  }

  /** Something of this topic changed, as every replica sees by itself; with `dossierNumber`, of this case. */
  touch(topic: LiveTopic, dossierNumber?: string): void {
    if (!this.isHeard) return;
    this.topics.add(topic);
    if (dossierNumber !== undefined && this.numbers.size <= MOST_NUMBERS) this.numbers.add(dossierNumber);
    else if (topic === 'cases') this.unnamed = true;
    this.telling.soon();
  }

  /** Returns the function that ends it. */
  subscribe(onChange: OnChange): () => void {
    // One function may listen twice: each subscription is its own.
    const listener: OnChange = (change) => onChange(change);
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  }

  onApplicationShutdown(): void {
    this.telling.stop();
    this.hinting.stop();
    this.listeners.clear();
  }

  private hint(): void {
    this.bus.hint({ name: HINT, data: { topics: [...this.untold] } });
    this.untold.clear();
  }

  private heed({ topics }: Hint['data']): void {
    for (const topic of LIVE_TOPICS) if (Array.isArray(topics) && topics.includes(topic)) this.touch(topic);
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
    for (const listener of this.listeners) listener(change);
  }
}
