import { setImmediate as nextTurn } from 'node:timers/promises';
import { type Message, type Topic } from '@lienthong/contracts';
import { type BatchHandler, EventBus, type MessageBatch } from '@lienthong/event-bus';
import { type EmbeddedDatabase } from '../database/embedded-database';
import { type EmbeddedMessageLog } from './message-log';
import { type Partition } from './partition';

export const MAX_BATCH = 500;
/** How long batches may follow one another before timers and sockets get a turn. */
const SLICE_MS = 4;
const FIRST_RETRY_MS = 50;
const LONGEST_RETRY_MS = 5_000;

interface Consumer {
  readonly group: string;
  readonly handler: BatchHandler;
  readonly partition: Partition;
  failures: number;
  /** Set while a failed batch waits to be tried again. */
  resting: boolean;
}

/**
 * Consumer groups over the durable log, in one process. One batch is in hand at a time and consumers take turns in a
 * fixed order, so the same input gives the same order of events in every run.
 */
export class EmbeddedEventBus extends EventBus {
  private readonly consumers: Consumer[] = [];
  private turn = 0;
  private started = false;
  private closed = false;
  private running: Promise<void> | undefined;

  constructor(
    private readonly database: EmbeddedDatabase,
    private readonly log: EmbeddedMessageLog,
    private readonly onError: (error: unknown, batch: MessageBatch) => void,
  ) {
    super();
    log.onAppend(() => this.wake());
    database.preferCommitsWhen(() => this.running === undefined);
  }

  subscribe(group: string, topic: Topic, handler: BatchHandler, types?: readonly string[]): void {
    if (this.started) throw new Error(`${group} subscribes to ${topic} after the bus has started`);
    this.log.join(topic, group, types && new Set(types));
    for (const partition of this.log.partitionsOf(topic)) {
      this.consumers.push({ group, handler, partition, failures: 0, resting: false });
    }
  }

  tail(topic: Topic, onMessage: (message: Message) => void, isWanted = (): boolean => true): void {
    this.log.onAppend((message, appended) => {
      if (appended === topic && isWanted()) {
        // What cannot be kept is told to nobody.
        this.database.durable().then(
          () => onMessage(message),
          () => undefined,
        );
      }
    });
  }

  async start(): Promise<void> {
    this.started = true;
    this.wake();
  }

  /** Resolves when every message has been consumed, failed batches aside. */
  async idle(): Promise<void> {
    while (this.running) await this.running;
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.idle();
  }

  private wake(): void {
    if (!this.started || this.closed || this.running) return;
    this.running = this.run().finally(() => {
      this.running = undefined;
      if (this.consumers.some(hasWork)) this.wake();
    });
  }

  private async run(): Promise<void> {
    await Promise.resolve();
    let sliceEnd = performance.now() + SLICE_MS;
    for (let work = this.nextBatch(); work && !this.closed; work = this.nextBatch()) {
      await this.deliver(work.consumer, work.batch);
      if (performance.now() < sliceEnd) continue;
      await nextTurn();
      await this.database.keepUp();
      sliceEnd = performance.now() + SLICE_MS;
    }
  }

  private nextBatch(): { consumer: Consumer; batch: MessageBatch } | undefined {
    for (let tried = 0; tried < this.consumers.length; tried++) {
      const consumer = this.consumers[this.turn] as Consumer;
      this.turn = (this.turn + 1) % this.consumers.length;
      if (!hasWork(consumer)) continue;
      const { group, partition } = consumer;
      const { topic, index } = partition;
      return { consumer, batch: { group, topic, partition: index, ...partition.read(group, MAX_BATCH) } };
    }
    return undefined;
  }

  private async deliver(consumer: Consumer, batch: MessageBatch): Promise<void> {
    try {
      if (batch.messages.length > 0) await consumer.handler(batch);
      this.log.acknowledge(batch);
      consumer.failures = 0;
    } catch (error) {
      this.onError(error, batch);
      this.rest(consumer);
    }
  }

  /** A store or bus in trouble is not the message's fault: the batch stays unacknowledged and comes again. */
  private rest(consumer: Consumer): void {
    const pause = Math.min(FIRST_RETRY_MS * 2 ** consumer.failures++, LONGEST_RETRY_MS);
    consumer.resting = true;
    setTimeout(() => {
      consumer.resting = false;
      this.wake();
    }, pause).unref();
  }
}

function hasWork({ resting, group, partition }: Consumer): boolean {
  return !resting && partition.offsetOf(group) < partition.next;
}
