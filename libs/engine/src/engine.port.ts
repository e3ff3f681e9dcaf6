import { type MessageBatch } from '@lienthong/event-bus';
import { type Decider } from './decider';

/** Runs one kind of aggregate: every service has exactly one engine, or a few. */
export interface Engine<State, Input extends { readonly type: string }> {
  /** Lets a batch from the bus take effect: states, outgoing messages and the acknowledgement together. */
  handle(batch: MessageBatch): Promise<void>;
  /**
   * Gives `input` to one aggregate directly (an HTTP call, not a message) and resolves with its state
   * once that is durable. Rejects with what the decider threw; nothing is changed then.
   */
  execute(id: string, input: Input): Promise<State | undefined>;
  /** The state of an aggregate as far as it is durable. */
  read(id: string): Promise<State | undefined>;
  /** States by their facets, ascending by id. */
  query(query: AggregateQuery): Promise<readonly { readonly id: string; readonly state: State }[]>;
}

export interface AggregateQuery {
  /** Facets that must equal. */
  readonly where?: Readonly<Record<string, string | number>>;
  /** A facet that must lie in [from, to). */
  readonly range?: { readonly facet: string; readonly from?: number; readonly to?: number };
  /** Ids after this one only. */
  readonly afterId?: string;
  readonly limit: number;
}

/** Makes engines over the store and bus that this process runs on. Also the injection token. */
export abstract class Engines {
  abstract for<State, Input extends { readonly type: string }>(decider: Decider<State, Input>): Engine<State, Input>;
}
