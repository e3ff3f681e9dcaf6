import { type Message } from '@lienthong/contracts';
import { type Addressed } from '@lienthong/event-bus';
import { type SystemUnderTest } from './system-under-test';

/** Keeps every message that any service sends, in the order of sending. Ends when the system is reopened. */
export class MessageRecorder {
  readonly sent: Addressed[] = [];

  constructor(system: Pick<SystemUnderTest, 'onSent'>) {
    system.onSent((sent) => this.sent.push(sent));
  }

  /** The messages of each sending aggregate, in the order of sending. */
  streams(): ReadonlyMap<string, readonly Message[]> {
    const streams = new Map<string, Message[]>();
    for (const { message } of this.sent) {
      const stream = streams.get(message.stream);
      if (stream) stream.push(message);
      else streams.set(message.stream, [message]);
    }
    return streams;
  }

  /** The messages about each dossier, in the order of sending. */
  byDossier(): ReadonlyMap<string, readonly Addressed[]> {
    const dossiers = new Map<string, Addressed[]>();
    for (const sent of this.sent) {
      const of = dossiers.get(sent.message.subject);
      if (of) of.push(sent);
      else dossiers.set(sent.message.subject, [sent]);
    }
    return dossiers;
  }
}
