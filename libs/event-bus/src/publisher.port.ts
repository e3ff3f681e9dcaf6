import { type Message, type Topic } from '@lienthong/contracts';

export interface Addressed {
  readonly topic: Topic;
  readonly message: Message;
}

/** Puts messages on the bus for a store that is not part of it. Also the injection token. */
export abstract class Publisher {
  /**
   * Resolves once the bus holds every one of them for good. Messages of one key keep the order in which they were given,
   * over calls too; after a rejection some may have gone out, and giving them again does no harm.
   */
  abstract publish(messages: readonly Addressed[]): Promise<void>;
}
