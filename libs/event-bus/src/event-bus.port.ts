import { type Message, type Topic } from '@lienthong/contracts';

/** How far a consumer group has come in one topic partition. */
export interface Ack {
  readonly group: string;
  readonly topic: Topic;
  readonly partition: number;
  readonly nextOffset: number;
}

/** Messages of one topic partition, in order, for one consumer group, with the offset to commit after them. */
export interface MessageBatch extends Ack {
  readonly messages: readonly Message[];
  /** When the oldest of them reached the bus: epoch ms of the real clock. Absent where the bus does not know. */
  readonly publishedAt?: number;
}

/** Something small that happened in one process and that others may want to know at once. Nothing keeps it; it may be lost. */
export interface Hint {
  /** What it is about: only who listens to this name hears it. */
  readonly name: string;
  /** Plain JSON, without personal data. */
  readonly data: Readonly<Record<string, unknown>>;
}

export type BatchHandler = (batch: MessageBatch) => Promise<void>;

/** Brings messages to consumer groups, at least once and in order of each key. Also the injection token. */
export abstract class EventBus {
  /**
   * Subscribes before {@link start}. A handler that rejects is given the same batch again after a pause.
   * With `types` the group is given messages of these types only, and the bus need not keep others for it.
   */
  abstract subscribe(group: string, topic: Topic, handler: BatchHandler, types?: readonly string[]): void;
  /**
   * Hands over what is published from now on, without offsets: for live views that can afford to miss some.
   * @param isWanted asked again and again: while nobody listens, the bus is spared what it takes to hand over
   */
  abstract tail(topic: Topic, onMessage: (message: Message) => void, isWanted?: () => boolean): void;
  /** Tells every other process on the bus. By itself a bus is in one process and has nobody to tell. */
  hint(_hint: Hint): void {}
  /** Hears, from before {@link start} on, what other processes tell under this name. */
  onHint(_name: string, _onHint: (data: Hint['data']) => void): void {}
  abstract start(): Promise<void>;
  /** Stops taking batches; resolves when those in hand are done. */
  abstract close(): Promise<void>;
}
