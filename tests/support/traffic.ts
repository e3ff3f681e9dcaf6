import { messageId, type Message, type Topic } from '@lienthong/contracts';
import { type Addressed, type BatchHandler, EventBus, type Hint, Publisher } from '@lienthong/event-bus';
import { type OnSent } from './system-under-test';

interface Subscription {
  readonly group: string;
  readonly types: ReadonlySet<string> | undefined;
}

/**
 * What is on its way from the publisher of a process to its own consumers, counted message by message: on its way from
 * before it is sent until the handler of every group that takes its type has resolved.
 */
export class Traffic {
  private readonly subscriptions = new Map<Topic, Subscription[]>();
  private readonly open = new Map<string, number>();
  private readonly listeners: OnSent[] = [];
  private waiting: (() => void)[] = [];

  onSent(listener: OnSent): void {
    this.listeners.push(listener);
  }

  /** Resolves when nothing is on its way. */
  async idle(): Promise<void> {
    while (this.open.size > 0) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  subscribe(group: string, topic: Topic, types?: readonly string[]): void {
    const subscriptions = this.subscriptions.get(topic) ?? [];
    this.subscriptions.set(topic, [...subscriptions, { group, types: types && new Set(types) }]);
  }

  sending(messages: readonly Addressed[]): void {
    for (const addressed of messages) {
      for (const key of this.deliveries(addressed)) this.open.set(key, (this.open.get(key) ?? 0) + 1);
      for (const listener of this.listeners) listener(addressed);
    }
  }

  /** Whoever sends them gives them again, should they matter. */
  notSent(messages: readonly Addressed[]): void {
    for (const addressed of messages) for (const key of this.deliveries(addressed)) this.arrived(key);
    this.tell();
  }

  handled(group: string, topic: Topic, messages: readonly Message[]): void {
    for (const message of messages) this.arrived(keyOf(group, topic, message));
    this.tell();
  }

  private deliveries({ topic, message }: Addressed): readonly string[] {
    const takers = (this.subscriptions.get(topic) ?? []).filter(
      ({ types }) => types?.has(message.type) ?? true,
    );
    return takers.map(({ group }) => keyOf(group, topic, message));
  }

  /** Messages that a group has still to take. */
  waitingFor(group: string): number {
    return [...this.open.keys()].filter((key) => key.startsWith(`${group} `)).length;
  }

  /** What the bus delivers once more than it was given to is not counted. */
  private arrived(key: string): void {
    const count = this.open.get(key) ?? 0;
    if (count > 1) this.open.set(key, count - 1);
    else this.open.delete(key);
  }

  private tell(): void {
    if (this.open.size > 0) return;
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}

function keyOf(group: string, topic: Topic, message: Message): string {
  return `${group} ${topic} ${messageId(message)}`;
}

/** A publisher whose messages are counted from before they are sent. */
export class CountedPublisher extends Publisher {
  constructor(
    private readonly publisher: Publisher,
    private readonly traffic: Traffic,
  ) {
    super();
  }

  async publish(messages: readonly Addressed[]): Promise<void> {
    this.traffic.sending(messages);
    try {
      await this.publisher.publish(messages);
    } catch (error) {
      this.traffic.notSent(messages);
      throw error;
    }
  }
}

/** A bus whose messages are counted until they are handled. */
export class CountedEventBus extends EventBus {
  constructor(
    private readonly bus: EventBus,
    private readonly traffic: Traffic,
  ) {
    super();
  }

  subscribe(group: string, topic: Topic, handler: BatchHandler, types?: readonly string[]): void {
    this.traffic.subscribe(group, topic, types);
    const counted: BatchHandler = async (batch) => {
      await handler(batch);
      this.traffic.handled(group, topic, batch.messages);
    };
    this.bus.subscribe(group, topic, counted, types);
  }

  tail(topic: Topic, onMessage: (message: Message) => void, isWanted?: () => boolean): void {
    this.bus.tail(topic, onMessage, isWanted);
  }

  override hint(hint: Hint): void {
    this.bus.hint(hint);
  }

  override onHint(name: string, onHint: (data: Hint['data']) => void): void {
    this.bus.onHint(name, onHint);
  }

  start(): Promise<void> {
    return this.bus.start();
  }

  close(): Promise<void> {
    return this.bus.close();
  }
}
