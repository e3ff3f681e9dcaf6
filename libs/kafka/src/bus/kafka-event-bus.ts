import { setTimeout as sleep } from 'node:timers/promises';
import { type Topic } from '@lienthong/contracts';
import { type BatchHandler, EventBus, type Hint } from '@lienthong/event-bus';
import { type GroupTopics } from '../admin/consumer-lag';
import { requireTopics } from '../admin/require-topics';
import { type KafkaFault } from '../client/kafka-fault';
import { type KafkaConnection } from '../client/kafka-connection';
import { BatchReader, type Knows } from './batch-reader';
import { type BatchReports } from './batch-worker';
import { type ConsumerTuning, DEFAULT_TUNING, UNHURRIED } from './consumer-tuning';
import { DeadLetters } from './dead-letters';
import { GroupMember } from './group-member';
import { HintSender } from './hint-sender';
import { type IsWanted, type OnHint, type OnMessage, TailConsumer } from './tail-consumer';

export interface KafkaBusOptions extends Partial<BatchReports> {
  /** Whether anyone sends this type on this topic: others become dead letters. */
  readonly knows: Knows;
  /** A member was thrown out of its work and comes back after a pause. */
  readonly onCrash?: (fault: KafkaFault, group: string) => void;
  readonly tuning?: Partial<ConsumerTuning>;
  /** How long a batch in hand may hold up {@link KafkaEventBus.close}, in milliseconds. */
  readonly closeWithinMs?: number;
}

/** Consumer groups of this process on Kafka: one member a group, which takes all topics of its group. */
export class KafkaEventBus extends EventBus {
  private readonly members = new Map<string, GroupMember>();
  private readonly deadLetters: DeadLetters;
  private readonly tuning: ConsumerTuning;
  private readonly tails: TailConsumer;
  private readonly hints: HintSender;
  private readonly onCrash: (fault: KafkaFault, group: string) => void;
  private started = false;
  private closed: Promise<void> | undefined;

  constructor(
    private readonly connection: KafkaConnection,
    private readonly options: KafkaBusOptions,
  ) {
    super();
    this.tuning = { ...DEFAULT_TUNING, ...options.tuning };
    this.onCrash = options.onCrash ?? (() => undefined);
    this.deadLetters = new DeadLetters(connection);
    this.tails = new TailConsumer(connection, { ...this.tuning, ...UNHURRIED }, this.onCrash);
    this.hints = new HintSender(connection, this.tails.id);
  }

  /** A new group starts with the oldest messages that are kept. */
  subscribe(group: string, topic: Topic, handler: BatchHandler, types?: readonly string[]): void {
    if (this.started) throw new Error(`${group} subscribes to ${topic} after the bus has started`);
    const reader = new BatchReader(topic, this.options.knows, types && new Set(types));
    this.member(group).subscribe({ group, topic, handler, reader });
  }

  tail(topic: Topic, onMessage: OnMessage, isWanted?: IsWanted): void {
    if (this.started) throw new Error(`a tail of ${topic} after the bus has started`);
    this.tails.add(topic, onMessage, isWanted);
  }

  override hint(hint: Hint): void {
    if (!this.closed) this.hints.send(hint);
  }

  override onHint(name: string, onHint: OnHint): void {
    if (this.started) throw new Error(`hints of ${name} are listened to after the bus has started`);
    this.tails.addHint(name, onHint);
  }

  /**
   * Resolves when every group has joined. Waits for brokers that do not answer and tells `onCrash` meanwhile.
   * @throws KafkaFault when someone has to change something first
   */
  async start(): Promise<void> {
    this.started = true;
    const members = [...this.members.values()];
    const topics = await requireTopics(
      this.connection,
      [...members.map((member) => member.topics), this.tails.topics],
      (fault) => this.goOn(fault),
    );
    if (!topics || this.closed) return;
    await Promise.all([...members.map((member) => member.start(topics)), this.tails.start()]);
  }

  /** The groups of this process and their topics. */
  groups(): readonly GroupTopics[] {
    return [...this.members.values()].map(({ group, subscribed }) => ({ group, topics: subscribed }));
  }

  /** Whether every group has joined and knows its share, which may be empty. */
  joined(): boolean {
    return this.started && [...this.members.values()].every((member) => member.joined);
  }

  /**
   * Whether the partition that `key` hashes to is this process's share of the group's topics. False while the group
   * rebalances. Over all members it is true at one at most, but for one that was cut off and does not know it yet.
   */
  owns(group: string, key: string): boolean {
    return this.members.get(group)?.owns(key) ?? false;
  }

  /** Identifies this process's present share of the group; another one after every rebalance, undefined between two. */
  share(group: string): number | undefined {
    return this.members.get(group)?.share;
  }

  /** Leaves the groups once the batches in hand are done, or the time for it is over. */
  close(): Promise<void> {
    this.closed ??= this.leave();
    return this.closed;
  }

  private goOn(fault: KafkaFault): boolean {
    if (this.closed) return false;
    for (const group of this.members.keys()) this.onCrash(fault, group);
    return true;
  }

  private async leave(): Promise<void> {
    const bound = new AbortController();
    const left = Promise.all([...this.members.values(), this.tails].map((member) => member.close()));
    const late = sleep(this.options.closeWithinMs ?? 10_000, undefined, { signal: bound.signal });
    await Promise.race([left, late.catch(() => undefined)]);
    bound.abort();
    await Promise.all([this.deadLetters.close(), this.hints.close()]);
  }

  private member(group: string): GroupMember {
    let member = this.members.get(group);
    if (!member) {
      const { onBatchError = () => undefined, onDeadLetter = () => undefined } = this.options;
      member = new GroupMember(group, {
        connection: this.connection,
        tuning: this.tuning,
        deadLetters: this.deadLetters,
        reports: { onBatchError, onDeadLetter },
        onCrash: (fault) => this.onCrash(fault, group),
      });
      this.members.set(group, member);
    }
    return member;
  }
}
