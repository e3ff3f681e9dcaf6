import { type Message, type Topic } from '@lienthong/contracts';
import { type KafkaMessage } from 'kafkajs';
import { decodeMessage, typeOf } from '../codec/cloud-event.codec';
import { type DeadLetter } from './dead-letters';

/** Whether anyone sends this type on this topic. */
export type Knows = (topic: Topic, type: string) => boolean;

export interface ReadBatch {
  readonly messages: readonly Message[];
  readonly deadLetters: readonly DeadLetter[];
}

/** Parts records of a topic into messages that a consumer wants and records that are no messages of ours. */
export class BatchReader {
  /** @param types what the consumer wants; unset: everything */
  constructor(
    private readonly topic: Topic,
    private readonly knows: Knows,
    private readonly types: ReadonlySet<string> | undefined,
  ) {}

  read(records: readonly KafkaMessage[]): ReadBatch {
    const messages: Message[] = [];
    const deadLetters: DeadLetter[] = [];
    for (const record of records) {
      const type = typeOf(record);
      if (type !== undefined && this.types?.has(type) === false) continue;
      if (type !== undefined && !this.knows(this.topic, type)) {
        deadLetters.push({ reason: 'unknown-type', record });
        continue;
      }
      const decoded = decodeMessage(record);
      if ('message' in decoded) messages.push(decoded.message);
      else deadLetters.push({ reason: decoded.reason, record });
    }
    return { messages, deadLetters };
  }
}
