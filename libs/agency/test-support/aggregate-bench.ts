import { type Message } from '@lienthong/contracts';
import { type Decider, type Outgoing, type TimerFired } from '@lienthong/engine';
import { Registers } from './registers';

/** One aggregate with its decider, run by hand: without inbox, so that a repeated message reaches the decider. */
export class AggregateBench<State, Input extends { readonly type: string }> {
  state: State | undefined;
  readonly sent: Outgoing[] = [];

  constructor(
    private readonly decider: Decider<State, Input>,
    readonly id: string,
    readonly registers = new Registers(),
  ) {}

  /** Gives one input at `now` and answers with what was sent because of it. */
  give(input: Input | TimerFired, now: number): readonly Outgoing[] {
    const needs = this.decider.needs?.(this.state, input, this.id, now);
    const decision = this.decider.decide(this.state, input, this.registers.reserve(this.id, needs, now));
    if (!decision) return [];
    this.state = decision.state;
    this.registers.claim(this.id, decision.claims ?? []);
    this.registers.release(this.id, decision.releases ?? []);
    this.sent.push(...(decision.messages ?? []));
    return decision.messages ?? [];
  }

  /** Fires the earliest timer at its time; answers with what was sent, or undefined when none is pending. */
  fireNext(): readonly Outgoing[] | undefined {
    const [next] = this.timers();
    return next && this.give({ type: 'timer.fired', ...next }, next.dueAt);
  }

  timers(): readonly { readonly name: string; readonly dueAt: number }[] {
    const timers = this.state === undefined ? [] : (this.decider.timers?.(this.state) ?? []);
    return [...timers].sort((a, b) => a.dueAt - b.dueAt);
  }
}

/** A message of the bus as a decider is given it. */
export function message<M extends Message>(type: M['type'], subject: string, data: M['data'], time = 0): M {
  return { stream: 'test/test', sequence: 1, type, subject, time, data } as M;
}
