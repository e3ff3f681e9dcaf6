import { type Message } from '@lienthong/contracts';

/**
 * The inbox keeps one number a stream, not one row a message: a stream's messages reach an aggregate in
 * order, so all up to the highest taken sequence have been taken. Streams of an aggregate with the same id
 * (the usual case: the dossier number) are kept by the service's name alone.
 */
export type Inbox = readonly (string | number)[];

export function hasSeen(inbox: Inbox, id: string, message: Message): boolean {
  const index = inbox.indexOf(streamKey(id, message.stream));
  return index >= 0 && (inbox[index + 1] as number) >= message.sequence;
}

export function withSeen(inbox: Inbox, id: string, message: Message): Inbox {
  const key = streamKey(id, message.stream);
  const index = inbox.indexOf(key);
  if (index < 0) return [...inbox, key, message.sequence];
  const next = inbox.slice();
  next[index + 1] = message.sequence;
  return next;
}

function streamKey(id: string, stream: string): string {
  const cut = stream.length - id.length;
  return cut > 1 && stream.endsWith(id) && stream[cut - 1] === '/' ? stream.slice(0, cut - 1) : stream;
}
