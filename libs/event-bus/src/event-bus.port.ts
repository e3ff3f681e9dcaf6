import { type Message, type Topic } from '@lienthong/contracts';

/** Messages of one topic partition, in order, for one consumer group. */
export interface MessageBatch {
  readonly group: string;
  readonly topic: Topic;
  readonly partition: number;
  readonly messages: readonly Message[];
  /** The offset to commit once every message has taken effect. */
  readonly nextOffset: number;
}
