import { randomUUID } from 'node:crypto';
import { type Message, type Topic } from '@lienthong/contracts';
import { type EachBatchPayload, type KafkaMessage } from 'kafkajs';
import { type KafkaFault } from '../client/kafka-fault';
import { type KafkaConnection } from '../client/kafka-connection';
import { decodeMessage } from '../codec/cloud-event.codec';
import { decodeHint } from '../codec/hint.codec';
import { type Hint } from '@lienthong/event-bus';
import { Membership } from '../groups/membership';
import { type ConsumerTuning } from './consumer-tuning';
import { SupervisedConsumer } from './supervised-consumer';

export type OnMessage = (message: Message) => void;
export type OnHint = (data: Hint['data']) => void;
export type IsWanted = () => boolean;

interface Listener {
  readonly onMessage: OnMessage;
  readonly isWanted: IsWanted;
}

/** Sees everything that is sent from its start on: a group of its own for every process, without offsets. */
export class TailConsumer {
  /** Of this process among all that tail. */
  readonly id = randomUUID();
  private readonly listeners = new Map<string, Listener[]>();
  private readonly hintListeners = new Map<string, OnHint[]>();
  private readonly group: string;
  private consumer: SupervisedConsumer | undefined;

  constructor(
    private readonly connection: KafkaConnection,
    private readonly tuning: ConsumerTuning,
    private readonly onCrash: (fault: KafkaFault, group: string) => void,
  ) {
    this.group = connection.names.of(`tail-${this.id}`);
  }

  get topics(): readonly string[] {
    const hints = this.hintListeners.size > 0 ? [this.connection.names.hints] : [];
    return [...this.listeners.keys(), ...hints];
  }

  add(topic: Topic, onMessage: OnMessage, isWanted: IsWanted = () => true): void {
    const name = this.connection.names.of(topic);
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), { onMessage, isWanted }]);
  }

  addHint(name: string, onHint: OnHint): void {
    this.hintListeners.set(name, [...(this.hintListeners.get(name) ?? []), onHint]);
  }

  /** @throws KafkaFault */
  async start(): Promise<void> {
    if (this.topics.length === 0) return;
    this.consumer = new SupervisedConsumer(
      this.connection,
      {
        groupId: this.group,
        topics: this.topics,
        from: 'end',
        run: { autoCommit: false, eachBatch: (payload) => this.show(payload) },
      },
      new Membership(new Map()),
      this.tuning,
      (fault) => this.onCrash(fault, this.group),
    );
    await this.consumer.start();
  }

  async close(): Promise<void> {
    if (!this.consumer) return;
    await this.consumer.close();
    await this.forget();
  }

  private async show({ batch }: EachBatchPayload): Promise<void> {
    if (batch.topic === this.connection.names.hints) return this.tell(batch.messages);
    const wanting = (this.listeners.get(batch.topic) ?? []).filter(({ isWanted }) => isWanted());
    if (wanting.length === 0) return;
    for (const record of batch.messages) {
      const decoded = decodeMessage(record);
      if (!('message' in decoded)) continue;
      for (const { onMessage } of wanting) onMessage(decoded.message);
    }
  }

  private tell(records: readonly KafkaMessage[]): void {
    for (const record of records) {
      const received = decodeHint(record);
      if (!received || received.from === this.id) continue;
      for (const listener of this.hintListeners.get(received.hint.name) ?? []) listener(received.hint.data);
    }
  }

  /** Brokers forget an empty group sooner or later; this only spares them the wait. */
  private async forget(): Promise<void> {
    const admin = this.connection.client.admin({ retry: { retries: 0 } });
    await admin
      .connect()
      .then(() => admin.deleteGroups([this.group]))
      .catch(() => undefined);
    await admin.disconnect().catch(() => undefined);
  }
}
