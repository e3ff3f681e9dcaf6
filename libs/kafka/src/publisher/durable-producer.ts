import { type Producer, type TopicMessages } from 'kafkajs';
import { partitionOfKey } from '../groups/partition-of-key';
import { faultOf } from '../client/kafka-fault';
import { CALL_RETRY, type KafkaConnection } from '../client/kafka-connection';

/**
 * An idempotent producer that waits for all replicas. After a rejected send it is replaced: the client would give the
 * sequence numbers of what it gave up to the next batch, and a broker that had kept the first would drop the second
 * as its duplicate.
 */
export class DurableProducer {
  private current: Promise<Producer> | undefined;

  constructor(private readonly connection: KafkaConnection) {}

  async connect(): Promise<void> {
    await this.producer();
  }

  /** One request a broker; resolves when all replicas in sync have it. @throws KafkaFault */
  async send(topicMessages: TopicMessages[]): Promise<void> {
    const producer = await this.producer();
    try {
      await producer.sendBatch({ topicMessages, acks: -1, compression: this.connection.compression });
    } catch (error) {
      await this.close();
      throw faultOf(error);
    }
  }

  async close(): Promise<void> {
    const producer = this.current;
    this.current = undefined;
    await producer?.then((it) => it.disconnect()).catch(() => undefined);
  }

  private producer(): Promise<Producer> {
    this.current ??= this.open().catch((error: unknown) => {
      this.current = undefined;
      throw faultOf(error);
    });
    return this.current;
  }

  private async open(): Promise<Producer> {
    const producer = this.connection.client.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      retry: CALL_RETRY,
      createPartitioner:
        () =>
        ({ message, partitionMetadata }) =>
          partitionOfKey(message.key ?? '', partitionMetadata.length),
    });
    await producer.connect();
    return producer;
  }
}
