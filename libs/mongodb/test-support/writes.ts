import { type Ack } from '@lienthong/event-bus';
import { type AggregateStore, type Write } from '@lienthong/store';
import { messageOf } from './recording-publisher';

export const ACK: Ack = { group: 'test', topic: 'case.events', partition: 0, nextOffset: 1 };

/** The next step of an aggregate that sends one message a step, so that its version is its sequence. */
export function step(id: string, expectedVersion: number, given: Partial<Write> = {}): Write {
  const version = expectedVersion + 1;
  return {
    id,
    expectedVersion,
    envelope: { version, state: { version }, sent: version, seen: [] },
    dueAt: undefined,
    facets: [],
    messages: [messageOf(id, version)],
    releases: [],
    ...given,
  };
}

/** Loads an aggregate and takes one step on it, as an engine does. Answers whether it was saved. */
export async function moveOn(store: AggregateStore, id: string, acknowledged: boolean): Promise<boolean> {
  const [envelope] = await store.load([id]);
  const writes = [step(id, envelope?.version ?? 0)];
  return (await store.commit(acknowledged ? { writes, ack: ACK } : { writes })).length === 0;
}
