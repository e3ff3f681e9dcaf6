import { type Message, type Topic } from '@lienthong/contracts';

/** A durable moment of an aggregate. Never held by `setTimeout`: the store keeps it and the engine sweeps it. */
export interface Timer {
  readonly name: string;
  /** Epoch ms of the simulation's clock. */
  readonly dueAt: number;
}

/** What a decider is given when one of its timers is due. `dueAt` may lie before `now`: a late fire keeps both. */
export interface TimerFired {
  readonly type: 'timer.fired';
  readonly name: string;
  readonly dueAt: number;
}

/** A running number: `name` counts from 1 and starts again when `period` changes. */
export interface NumberRequest {
  readonly name: string;
  readonly period: string;
}

/** What must be known or unique across aggregates before a decision is taken. */
export interface Needs {
  /** Keys to take. A key another aggregate holds stays with it; the decider sees the owner. */
  readonly claims?: readonly string[];
  /** Keys to look up without taking them. */
  readonly lookups?: readonly string[];
  readonly numbers?: readonly NumberRequest[];
}

export interface DecisionContext {
  /** Epoch ms of the simulation's clock. */
  readonly now: number;
  /** The aggregate's own id: the owner under which it claims. */
  readonly id: string;
  /** Who holds a key of {@link Needs}: an aggregate id, or undefined. */
  owner(key: string): string | undefined;
  /** The number drawn for {@link NumberRequest.name}. */
  number(name: string): number;
}

export interface Outgoing<M extends Message = Message> {
  readonly topic: Topic;
  readonly type: M['type'];
  readonly subject: string;
  readonly data: M['data'];
}

export interface Decision<State> {
  readonly state: State;
  readonly messages?: readonly Outgoing[];
  /** Claims to give up. */
  readonly releases?: readonly string[];
  /**
   * Claims to take with the decision, for keys that it alone could know, such as of a number drawn for it. One that another
   * aggregate holds stays with it.
   */
  readonly claims?: readonly string[];
}

/**
 * The whole behaviour of a kind of aggregate, as pure functions: no I/O, no clock, no chance.
 * `State` must be plain JSON data and is never mutated.
 */
export interface Decider<State, Input extends { readonly type: string }> {
  /** The service that owns the aggregates: names its store and its message streams. */
  readonly service: string;
  /** Tells apart several kinds of aggregate in one service; the service's name where there is but one. */
  readonly kind?: string;
  /**
   * The decider tells from its state what it was told before, and does nothing about it again: the engine then keeps no
   * inbox. For aggregates that hear from so many streams that an inbox, a number a stream, would outgrow them.
   */
  readonly knowsRepetitions?: boolean;
  /** Which aggregate a message from the bus is for; undefined when it is none of ours. */
  target(message: Message): string | undefined;
  /** `now` is the instant that `decide` is then given: periods of running numbers follow it, and so never go back. */
  needs?(state: State | undefined, input: Input | TimerFired, id: string, now: number): Needs | undefined;
  /** Undefined means: nothing changes, nothing is sent. Throwing parks this aggregate. */
  decide(
    state: State | undefined,
    input: Input | TimerFired,
    context: DecisionContext,
  ): Decision<State> | undefined;
  /** The pending moments that follow from the state. One that fired must be gone, or later, in the next state. */
  timers?(state: State): readonly Timer[];
  /** Up to a few scalar columns that queries filter by. */
  readonly facets?: FacetDefinitions<State>;
  /** Lists of facets that are counted together over all aggregates, the first of which selects best: one index a list. */
  readonly tallied?: readonly (readonly string[])[];
}

/**
 * Query columns of an aggregate: small strings and numbers derived from its state. An `indexed` one costs a
 * write a change; rows where it is undefined are left out of the index, so give it a value only while it matters.
 */
export type FacetDefinitions<State> = Readonly<
  Record<string, { readonly indexed?: boolean; readonly of: (state: State) => string | number | undefined }>
>;
