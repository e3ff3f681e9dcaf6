import { type Message } from '@lienthong/contracts';
import { type Ack, type Addressed } from '@lienthong/event-bus';

/** One aggregate as it is stored: its state and everything that must change together with it. */
export interface Envelope<State = unknown> {
  /** Counts saves from 1: the compare-and-set condition. */
  readonly version: number;
  readonly state: State | undefined;
  /** Messages sent so far: the sequence of its stream. */
  readonly sent: number;
  /** The inbox: the highest sequence taken from each stream, as `[stream, sequence, stream, sequence, …]`. */
  readonly seen: readonly (string | number)[];
  readonly parked?: Parked;
  /** W3C trace context of what it did last, kept while tracing is on: what its timers do belongs to that trace. */
  readonly trace?: string;
}

/** Why an aggregate stands still, and what waits for it, in order. An open incident. */
export interface Parked {
  readonly since: number;
  readonly attempts: number;
  /** What the decider threw: no personal data. */
  readonly error: string;
  readonly messages: readonly Message[];
  /** Timers fire again once the incident is closed. */
  readonly timer?: string;
}

export interface Write {
  readonly id: string;
  /** The version that was loaded; 0 for a new aggregate. */
  readonly expectedVersion: number;
  readonly envelope: Envelope;
  /** The earliest pending timer. */
  readonly dueAt: number | undefined;
  readonly facets: readonly (string | number | undefined)[];
  readonly messages: readonly Addressed[];
  readonly releases: readonly string[];
  /** Taken unless another aggregate holds them; they may outlive a save that was refused. */
  readonly claims?: readonly string[];
}

/** What one batch did: saved together with its messages, acknowledged only when everything is. */
export interface Step {
  readonly writes: readonly Write[];
  readonly ack?: Ack | undefined;
}

/** What an aggregate asks for before it decides. */
export interface Reservation {
  readonly owner: string;
  readonly claims: readonly string[];
  readonly lookups: readonly string[];
  readonly numbers: readonly { readonly name: string; readonly period: string }[];
}

export interface Reserved {
  owner(key: string): string | undefined;
  number(name: string): number;
}

export interface FacetColumn {
  readonly name: string;
  readonly indexed: boolean;
}

/** The aggregates that a store is opened for. */
export interface AggregateKind {
  /** Owns the aggregates: scopes their claims and running numbers. */
  readonly service: string;
  /** Tells apart several kinds of aggregate in one service. */
  readonly kind: string;
  readonly facets: readonly FacetColumn[];
  /** Lists of facets that are counted together: one index each. */
  readonly tallied?: readonly (readonly string[])[];
}

export type FacetValue = string | number;

/** A facet that must lie in [from, to). */
export interface FacetRange {
  readonly facet: string;
  readonly from?: FacetValue;
  readonly to?: FacetValue;
  /** Aggregates without the facet are selected too. */
  readonly orAbsent?: true;
}

/** What selects aggregates: every condition must hold. */
export interface FacetConditions {
  /** Facets that must equal the value, or one of the values. */
  readonly where?: Readonly<Record<string, FacetValue | readonly FacetValue[]>>;
  readonly ranges?: readonly FacetRange[];
  /** How the id begins. */
  readonly idPrefix?: string;
  /** Only these aggregates. */
  readonly ids?: readonly string[];
  /** All but these aggregates. */
  readonly exceptIds?: readonly string[];
}

/** Aggregates by a facet, ties by id in the same direction. Those without the facet are left out. */
export interface FacetOrder {
  readonly facet: string;
  readonly descending?: boolean;
}

export interface StoredQuery extends FacetConditions {
  /** Without it: ascending by id. */
  readonly order?: FacetOrder;
  /** With an order: only what comes after the aggregate with this value and id. */
  readonly after?: { readonly value: FacetValue; readonly id: string };
  /** Without an order: only ids after this one. */
  readonly afterId?: string;
  readonly limit: number;
}

/** How many aggregates have these values of the facets that were asked for; undefined where they have none. */
export interface Tally {
  readonly values: readonly (FacetValue | undefined)[];
  readonly count: number;
}

/** The aggregates of one service. */
export interface AggregateStore {
  /** For work: whatever these aggregates sent before has reached the bus once it resolves. */
  load(ids: readonly string[]): Promise<readonly (Envelope | undefined)[]>;
  /**
   * {@link load}, from memory where this process knows the aggregate: it may be behind what another process has saved. Only
   * for work that ends in a write if it changes anything: {@link commit} refuses what rests on an overtaken version.
   */
  recall(ids: readonly string[]): Promise<readonly (Envelope | undefined)[]>;
  /** Only to look at it. */
  read(id: string): Promise<Envelope | undefined>;
  /** Takes claims and draws numbers. Taking a claim again for the same owner changes nothing. */
  reserve(reservations: readonly Reservation[]): Promise<readonly Reserved[]>;
  /**
   * Saves by compare-and-set and publishes. Returns the ids whose version was not the expected one: nothing
   * of theirs is saved or sent, and the step is then not acknowledged. A step with an acknowledgement is published once
   * this resolves; what another step has saved is published soon after, also by another process after a crash.
   */
  commit(step: Step): Promise<readonly string[]>;
  /** Resolves once everything committed so far survives a crash. */
  durable(): Promise<void>;
  /** Of what was durable when it was asked, at least. */
  query(query: StoredQuery): Promise<readonly { readonly id: string; readonly envelope: Envelope }[]>;
  /** How many durable aggregates have these facets, the first of which should be indexed. */
  count(where: Readonly<Record<string, FacetValue>>): Promise<number>;
  /** Durable aggregates counted by the combinations of values that these facets have, in no order. */
  tally(conditions: FacetConditions, by: readonly string[]): Promise<readonly Tally[]>;
  /** How many durable aggregates have an open incident. */
  countParked(): Promise<number>;
  /** Aggregates with an open incident, ascending by id. */
  parked(
    limit: number,
    afterId?: string,
  ): Promise<readonly { readonly id: string; readonly envelope: Envelope }[]>;
}

export interface DueTimer {
  /** The kind of aggregate, as its engine was named. */
  readonly service: string;
  readonly id: string;
  readonly dueAt: number;
}

/** Aggregates with a timer due, over all services that share the process. */
export interface TimerQueue {
  /** The earliest due time, if any. */
  next(): Promise<number | undefined>;
  /**
   * Hands what is due at `now` to `fire`, ordered by (dueAt, service, id), and resolves with how many timers that were.
   * Nobody else is given them meanwhile; when `fire` rejects they are due again.
   */
  work(now: number, limit: number, fire: (due: readonly DueTimer[]) => Promise<void>): Promise<number>;
}
