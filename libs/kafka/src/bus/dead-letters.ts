import { type KafkaMessage, type TopicMessages } from 'kafkajs';
import { type KafkaConnection } from '../client/kafka-connection';
import { type BadRecord } from '../codec/cloud-event.codec';
import { DurableProducer } from '../publisher/durable-producer';

/** Why a record was put aside. */
export type DeadLetterReason = BadRecord | 'unknown-type';

export interface DeadLetter {
  readonly reason: DeadLetterReason;
  readonly record: KafkaMessage;
}

/** Where a consumer found a dead letter. */
export interface DeadLetterOrigin {
  readonly group: string;
  /** The cluster's name. */
  readonly topic: string;
  readonly partition: number;
}

/** Copies records that are no messages of ours, as they are, to a topic where an operator can look at them. */
export class DeadLetters {
  private readonly producer: DurableProducer;

  constructor(private readonly connection: KafkaConnection) {
    this.producer = new DurableProducer(connection);
  }

  /** Resolves when they are kept for good. @throws KafkaFault */
  async write(letters: readonly DeadLetter[], { group, topic, partition }: DeadLetterOrigin): Promise<void> {
    const messages: TopicMessages['messages'] = letters.map(
      ({ reason, record: { key, value, headers, offset } }) => ({
        key,
        value,
        headers: {
          ...headers,
          'dead-letter-reason': reason,
          'dead-letter-topic': topic,
          'dead-letter-partition': String(partition),
          'dead-letter-offset': offset,
          'dead-letter-group': group,
        },
      }),
    );
    await this.producer.send([{ topic: this.connection.names.deadLetters, messages }]);
  }

  close(): Promise<void> {
    return this.producer.close();
  }
}
