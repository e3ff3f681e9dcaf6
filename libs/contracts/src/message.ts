import { type AgencyId } from './agencies';

export type Topic = 'dossier.events' | 'case.events' | `${AgencyId}.commands` | `${AgencyId}.events`;

/**
 * A CloudEvent as services handle it. Its CloudEvents `id` is `<stream>/<sequence>`, so a crash and a
 * replay give the same id, and a consumer needs to remember one number a stream to drop what it has seen.
 */
export interface Message<Type extends string = string, Data = unknown> {
  /** `<service>/<aggregate id>` of the sender. */
  readonly stream: string;
  /** Counts the sender's messages from 1, without gaps over all topics together. */
  readonly sequence: number;
  readonly type: Type;
  /** The dossier number, or the office of an agency whose queue it is about: also the key that orders messages. */
  readonly subject: string;
  /** When it was sent, epoch milliseconds of the simulation's clock. */
  readonly time: number;
  /** W3C trace context, kept from message to message. */
  readonly traceparent?: string;
  readonly data: Data;
}

/** The CloudEvents `id`. */
export function messageId(message: Message): string {
  return `${message.stream}/${message.sequence}`;
}
