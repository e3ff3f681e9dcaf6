import { type BatchHandler } from '@lienthong/event-bus';
import { type FacetConditions, type FacetValue, type StoredQuery, type Tally } from '@lienthong/store';
import { type Decider } from './decider';

export { type FacetConditions, type FacetRange, type FacetValue, type Tally } from '@lienthong/store';

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
  /** Resolves once everything that took effect so far is durable, and so seen by {@link query} and {@link tally}. */
  durable(): Promise<void>;
  /** States by their facets, in the order asked for, else ascending by id. */
  query(query: AggregateQuery): Promise<readonly { readonly id: string; readonly state: State }[]>;
  /** How many durable aggregates have these facets, the first of which should be indexed. */
  count(where: Readonly<Record<string, FacetValue>>): Promise<number>;
  /** Durable aggregates counted by the combinations of values that these facets have, in no order. */
  tally(conditions: FacetConditions, by: readonly string[]): Promise<readonly Tally[]>;
  /** Aggregates that stand still because their decider threw. */
  incidents(limit: number, afterId?: string): Promise<readonly Incident[]>;
  /** The incident of one aggregate; undefined while it goes on. */
  incident(id: string): Promise<Incident | undefined>;
  /** Runs what waits behind an incident again. Resolves with the incident if it fails once more. */
  retry(id: string): Promise<Incident | undefined>;
  /**
   * Drops the message that failed and runs what waits behind it.
   * @param failed the message to drop, by its id: nothing is done where another one has failed. Any unless told
   */
  discard(id: string, failed?: string): Promise<Incident | undefined>;
  /** Fires the timers of these aggregates that are due. */
  fire(ids: readonly string[]): Promise<void>;
}

export type AggregateQuery = StoredQuery;

export interface Incident {
  readonly id: string;
  /** Epoch ms. */
  readonly since: number;
  readonly attempts: number;
  readonly error: string;
  /** Messages that wait, the failed one first. Empty when a timer failed. */
  readonly waiting: readonly WaitingMessage[];
  /** The timer that failed. */
  readonly timer?: string;
}

export interface WaitingMessage {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  /** When it was sent, epoch ms. */
  readonly at: number;
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
