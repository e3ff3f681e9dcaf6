import { Engines, type Decider, type Engine, type Outgoing, type TimerFired } from '@lienthong/engine';

export interface Published extends Outgoing {
  readonly id: string;
}

type AnyInput = { readonly type: string };

/** Engines that keep everything in memory and do what a decider says, one call after the other. */
export class MemoryEngines extends Engines {
  readonly published: Published[] = [];
  readonly states = new Map<string, unknown>();
  private readonly counters = new Map<string, number>();
  private readonly firing: ((now: number) => void)[] = [];

  constructor(private readonly now: () => number) {
    super();
  }

  override for<State, Input extends AnyInput>(decider: Decider<State, Input>): Engine<State, Input> {
    const apply = (id: string, input: Input | TimerFired): State | undefined => {
      const state = this.states.get(id) as State | undefined;
      const numbers = decider.needs?.(state, input, id, this.now())?.numbers ?? [];
      const drawn = new Map(numbers.map(({ name, period }) => [name, this.draw(`${name} ${period}`)]));
      const decision = decider.decide(state, input, {
        now: this.now(),
        id,
        owner: () => undefined,
        number: (name) => drawn.get(name) ?? NaN,
      });
      if (!decision) return state;
      this.states.set(id, decision.state);
      this.published.push(...(decision.messages ?? []).map((message) => ({ id, ...message })));
      return decision.state;
    };
    this.firing.push((now) => {
      for (const [id, state] of this.states) {
        if (!id.startsWith('d-')) continue;
        const due = (decider.timers?.(state as State) ?? []).filter((timer) => timer.dueAt <= now);
        for (const { name, dueAt } of due) apply(id, { type: 'timer.fired', name, dueAt });
      }
    });
    const unsupported = (): never => {
      throw new Error('not part of the memory engines');
    };
    return {
      handle: async ({ messages }) => {
        for (const message of messages) {
          const id = decider.target(message);
          if (id !== undefined) apply(id, message as unknown as Input);
        }
      },
      execute: async (id, input) => apply(id, input),
      accept: async (id, input) => apply(id, input),
      read: async (id) => this.states.get(id) as State | undefined,
      durable: async () => undefined,
      query: unsupported,
      count: unsupported,
      tally: unsupported,
      incident: unsupported,
      incidents: unsupported,
      retry: unsupported,
      discard: unsupported,
      fire: unsupported,
    };
  }

  /** Fires every timer that is due at `now`. */
  fireTimers(now: number): void {
    for (const fire of this.firing) fire(now);
  }

  private draw(name: string): number {
    const next = (this.counters.get(name) ?? 0) + 1;
    this.counters.set(name, next);
    return next;
  }
}
