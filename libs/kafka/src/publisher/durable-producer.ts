import { type Producer, type RecordMetadata, type TopicMessages } from 'kafkajs';
import { partitionOfKey } from '../groups/partition-of-key';
import { faultOf, KafkaFault } from '../client/kafka-fault';
import { CALL_RETRY, type KafkaConnection } from '../client/kafka-connection';

/**
 * An idempotent producer that waits for all replicas. After a rejected send it is replaced: the client would give the
 * sequence numbers of what it gave up to the next batch, and a broker that had kept the first would drop the second
 * as its duplicate.
 */
export class DurableProducer {
  private current: Promise<Producer> | undefined;
  /** Partitions of each topic, as the client last saw them. */
  private readonly partitions = new Map<string, number>();

  constructor(private readonly connection: KafkaConnection) {}

  async connect(): Promise<void> {
    await this.producer();
  }

  /** One request a broker; resolves when all replicas in sync have it, all of it. @throws KafkaFault */
  async send(topicMessages: TopicMessages[], compression = this.connection.compression): Promise<void> {
    const producer = await this.producer();
    try {
      const answers = await producer.sendBatch({
        topicMessages,
        acks: -1,
        compression,
      });
      this.requireAnswers(topicMessages, answers);
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

  /**
   * The client resolves without having sent everything: where one broker has answered and another one has failed, it tries
   * again, and leaves out what is led by the first meanwhile, since that one has answered.
   */
  private requireAnswers(topicMessages: readonly TopicMessages[], answers: readonly RecordMetadata[]): void {
    const answered = new Set(answers.map(({ topicName, partition }) => `${topicName}/${partition}`));
    for (const { topic, messages } of topicMessages) {
      const count = this.partitions.get(topic);
      if (count === undefined) continue;
      for (const { key } of messages) {
        if (answered.has(`${topic}/${partitionOfKey(key ?? '', count)}`)) continue;
        throw new KafkaFault('transient', `the leaders of ${topic} changed while messages were sent to it`);
      }
    }
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
        ({ topic, message, partitionMetadata }) => {
          this.partitions.set(topic, partitionMetadata.length);
          return partitionOfKey(message.key ?? '', partitionMetadata.length);
        },
    });
    await producer.connect();
    return producer;
  }
}
