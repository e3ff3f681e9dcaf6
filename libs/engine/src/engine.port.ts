import { type BatchHandler } from '@lienthong/event-bus';
import { type Decider } from './decider';

/** Runs one kind of aggregate: every service has one engine, or a few. */
export interface Engine<State, Input extends { readonly type: string }> {
  /** Lets a batch from the bus take effect: states, outgoing messages and the acknowledgement together. */
  readonly handle: BatchHandler;
  /**
   * Gives `input` to one aggregate directly (an HTTP call, not a message) and resolves with its state
   * once that is durable. Rejects with what the decider threw; nothing is changed then.
   */
  execute(id: string, input: Input): Promise<State | undefined>;
  /** Like {@link execute}, but does not wait until it is durable: for drivers that wait once for many. */
  accept(id: string, input: Input): Promise<State | undefined>;
  /** The state of an aggregate, once it is durable. */
  read(id: string): Promise<State | undefined>;
  /** States by their facets, ascending by id. */
  query(query: AggregateQuery): Promise<readonly { readonly id: string; readonly state: State }[]>;
  /** How many durable aggregates have these facets, the first of which should be indexed. */
  count(where: NonNullable<AggregateQuery['where']>): Promise<number>;
  /** Aggregates that stand still because their decider threw. */
  incidents(limit: number, afterId?: string): Promise<readonly Incident[]>;
  /** Runs what waits behind an incident again. Resolves with the incident if it fails once more. */
  retry(id: string): Promise<Incident | undefined>;
  /** Drops the message that failed and runs what waits behind it. */
  discard(id: string): Promise<Incident | undefined>;
  /** Fires the timers of these aggregates that are due. */
  fire(ids: readonly string[]): Promise<void>;
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

export interface Incident {
  readonly id: string;
  /** Epoch ms. */
  readonly since: number;
  readonly attempts: number;
  readonly error: string;
  /** Message ids that wait, the failed one first. Empty when a timer failed. */
  readonly waiting: readonly string[];
}

/** Told once an aggregate that cannot go on is saved as such. `error` holds no personal data. */
export type OnIncident = (
  service: string,
  id: string,
  incident: { readonly attempts: number; readonly error: string },
) => void;

export interface EngineOptions<State> {
  /** Called once an aggregate's change is accepted: for metrics. Must not throw. */
  readonly observe?: (before: State | undefined, after: State) => void;
}

/** Makes engines over the store and bus that this process runs on. Also the injection token. */
export abstract class Engines {
  abstract for<State, Input extends { readonly type: string }>(
    decider: Decider<State, Input>,
    options?: EngineOptions<State>,
  ): Engine<State, Input>;
}
