import { randomUUID } from 'node:crypto';
import { type Message, type Topic } from '@lienthong/contracts';
import { type EachBatchPayload } from 'kafkajs';
import { type KafkaFault } from '../client/kafka-fault';
import { type KafkaConnection } from '../client/kafka-connection';
import { decodeMessage } from '../codec/cloud-event.codec';
import { Membership } from '../groups/membership';
import { type ConsumerTuning } from './consumer-tuning';
import { SupervisedConsumer } from './supervised-consumer';

export type OnMessage = (message: Message) => void;

/** Sees everything that is sent from its start on: a group of its own for every process, without offsets. */
export class TailConsumer {
  private readonly listeners = new Map<string, OnMessage[]>();
  private readonly group: string;
  private consumer: SupervisedConsumer | undefined;

  constructor(
    private readonly connection: KafkaConnection,
    private readonly tuning: ConsumerTuning,
    private readonly onCrash: (fault: KafkaFault, group: string) => void,
  ) {
    this.group = connection.names.of(`tail-${randomUUID()}`);
  }

  get topics(): readonly string[] {
    return [...this.listeners.keys()];
  }

  add(topic: Topic, onMessage: OnMessage): void {
    const name = this.connection.names.of(topic);
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), onMessage]);
  }

  /** @throws KafkaFault */
  async start(): Promise<void> {
    if (this.listeners.size === 0) return;
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
    for (const record of batch.messages) {
      const decoded = decodeMessage(record);
      if (!('message' in decoded)) continue;
      for (const listener of this.listeners.get(batch.topic) ?? []) listener(decoded.message);
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
