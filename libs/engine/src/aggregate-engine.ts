import { messageId, type Message } from '@lienthong/contracts';
import { type Ack, type MessageBatch } from '@lienthong/event-bus';
import {
  type AggregateStore,
  type Envelope,
  type FacetConditions,
  type FacetValue,
  type Parked,
  type Reservation,
  type Reserved,
  type Tally,
} from '@lienthong/store';
import { AggregateRun, type RunCounts } from './aggregate-run';
import { type Decider, type TimerFired } from './decider';
import {
  type AggregateQuery,
  type Engine,
  type EngineOptions,
  type Incident,
  type OnIncident,
} from './engine.port';
import { type EngineTracing } from './run-trace';

export interface EngineEnvironment<State> extends EngineOptions<State> {
  readonly now: () => number;
  readonly count: (service: string, counts: Readonly<RunCounts>) => void;
  readonly tracing?: EngineTracing | undefined;
  readonly onIncident?: OnIncident | undefined;
}

type Work<State, Input extends { readonly type: string }> = (
  run: AggregateRun<State, Input>,
  now: number,
) => Promise<void>;

/**
 * The one engine under every service: load, decide, save by compare-and-set with the outgoing messages,
 * acknowledge. What conflicts is loaded and decided again, so several engines may share a store.
 */
export class AggregateEngine<State, Input extends { readonly type: string }> implements Engine<State, Input> {
  constructor(
    private readonly decider: Decider<State, Input>,
    private readonly store: AggregateStore,
    private readonly environment: EngineEnvironment<State>,
  ) {}

  readonly handle = async (batch: MessageBatch): Promise<void> => {
    const counts: RunCounts = { handled: 0, duplicates: 0, parked: 0 };
    const inboxes = this.byAggregate(batch.messages);
    await this.step(
      [...inboxes.keys()],
      async (runs, now) => {
        for (let round = 0, more = true; more; round++) {
          const due: [AggregateRun<State, Input>, Message][] = [];
          for (const [id, run] of runs) {
            const message = inboxes.get(id)?.[round];
            if (message) due.push([run, message]);
          }
          more = due.length > 0;
          await this.receive(due, now, counts);
        }
      },
      batch,
    );
    this.environment.count(this.decider.service, counts);
  };

  async execute(id: string, input: Input): Promise<State | undefined> {
    const state = await this.accept(id, input);
    await this.store.durable();
    return state;
  }

  async accept(id: string, input: Input): Promise<State | undefined> {
    const [run] = await this.each([id], async (one, now) => {
      const [reserved] = await this.reserve([[one, input]], now);
      one.call(input, now, reserved);
    });
    return run?.after;
  }

  async read(id: string): Promise<State | undefined> {
    const envelope = await this.store.read(id);
    await this.store.durable();
    return envelope?.state as State | undefined;
  }

  durable(): Promise<void> {
    return this.store.durable();
  }

  async query(query: AggregateQuery): Promise<readonly { readonly id: string; readonly state: State }[]> {
    const rows = await this.store.query(query);
    await this.store.durable();
    return rows.flatMap(({ id, envelope }) =>
      envelope.state === undefined ? [] : [{ id, state: envelope.state as State }],
    );
  }

  count(where: Readonly<Record<string, FacetValue>>): Promise<number> {
    return this.store.count(where);
  }

  tally(conditions: FacetConditions, by: readonly string[]): Promise<readonly Tally[]> {
    return this.store.tally(conditions, by);
  }

  async incidents(limit: number, afterId?: string): Promise<readonly Incident[]> {
    const rows = await this.store.parked(limit, afterId);
    return rows.flatMap(({ id, envelope }) => toIncident(id, envelope.parked) ?? []);
  }

  async incident(id: string): Promise<Incident | undefined> {
    const envelope = await this.store.read(id);
    await this.store.durable();
    return toIncident(id, envelope?.parked);
  }

  retry(id: string): Promise<Incident | undefined> {
    return this.resume(id, 0);
  }

  discard(id: string, failed?: string): Promise<Incident | undefined> {
    return this.resume(id, 1, failed);
  }

  async fire(ids: readonly string[]): Promise<void> {
    await this.step(ids, async (runs, now) => {
      const queues = [...runs.values()].map((run) => ({ run, timers: run.dueTimers(now) }));
      for (let round = 0, more = true; more; round++) {
        const due: [AggregateRun<State, Input>, TimerFired][] = [];
        for (const { run, timers } of queues) {
          const timer = timers[round];
          if (timer && !run.incident) due.push([run, timer]);
        }
        more = due.length > 0;
        const reserved = await this.reserve(due, now);
        due.forEach(([run, timer], i) => run.fire(timer, now, reserved[i]));
      }
    });
  }

  private async resume(id: string, drop: number, failed?: string): Promise<Incident | undefined> {
    const counts: RunCounts = { handled: 0, duplicates: 0, parked: 0 };
    const [run] = await this.each([id], async (one, now) => {
      if (one.incident && (failed === undefined || failed === failedMessage(one.incident)))
        await one.resume(drop, (message) => this.receive([[one, message]], now, counts, true));
    });
    this.environment.count(this.decider.service, counts);
    await this.store.durable();
    return toIncident(id, run?.incident);
  }

  private byAggregate(messages: readonly Message[]): Map<string, Message[]> {
    const inboxes = new Map<string, Message[]>();
    for (const message of messages) {
      const id = this.decider.target(message);
      if (id === undefined) continue;
      const inbox = inboxes.get(id);
      if (inbox) inbox.push(message);
      else inboxes.set(id, [message]);
    }
    return inboxes;
  }

  /** One message of each of several aggregates: what they need is reserved together. */
  private async receive(
    due: readonly [AggregateRun<State, Input>, Message][],
    now: number,
    counts: RunCounts,
    again = false,
  ): Promise<void> {
    const admitted = again ? due : due.filter(([run, message]) => run.admits(message, counts));
    const reserved = await this.reserve(
      admitted.map(([run, message]) => [run, message as unknown as Input] as const),
      now,
    );
    admitted.forEach(([run, message], i) => {
      run.receive(message, now, reserved[i]);
      if (run.incident) counts.parked++;
      else counts.handled++;
    });
  }

  /** What the inputs of several aggregates need, reserved together; one answer an input. */
  private async reserve(
    inputs: readonly (readonly [AggregateRun<State, Input>, Input | TimerFired])[],
    now: number,
  ): Promise<readonly (Reserved | undefined)[]> {
    const reservations: Reservation[] = [];
    const places = inputs.map(([run, input]) => {
      const reservation = run.reservation(input, now);
      return reservation ? reservations.push(reservation) - 1 : -1;
    });
    const reserved = reservations.length > 0 ? await this.store.reserve(reservations) : [];
    return places.map((place) => reserved[place]);
  }

  private each(ids: readonly string[], work: Work<State, Input>): Promise<AggregateRun<State, Input>[]> {
    return this.step(ids, async (runs, now) => {
      for (const run of runs.values()) await work(run, now);
    });
  }

  /** Loads, works and commits; whatever another writer changed meanwhile is done again from its new state. */
  private async step(
    ids: readonly string[],
    work: (runs: Map<string, AggregateRun<State, Input>>, now: number) => Promise<void>,
    ack?: Ack,
  ): Promise<AggregateRun<State, Input>[]> {
    const done: AggregateRun<State, Input>[] = [];
    let open = ids;
    // Taking a message always ends in a write, so what is remembered will do until that is refused.
    let remembered = ack !== undefined;
    do {
      const envelopes = await this.load(open, remembered);
      remembered = false;
      const runs = new Map(open.map((id, i) => [id, this.runOf(id, envelopes[i])] as const));
      await work(runs, this.environment.now());
      const writes = [...runs.values()].flatMap((run) => run.write() ?? []);
      open = writes.length > 0 || ack ? await this.store.commit({ writes, ack }) : [];
      for (const [id, run] of runs) {
        run.end();
        if (open.includes(id)) continue;
        done.push(run);
        if (run.opened) this.environment.onIncident?.(this.decider.service, id, run.opened);
        if (run.after !== undefined && run.after !== run.before)
          this.environment.observe?.(run.before, run.after);
      }
    } while (open.length > 0);
    return done;
  }

  private runOf(id: string, loaded: Envelope<State> | undefined): AggregateRun<State, Input> {
    return new AggregateRun(this.decider, id, loaded, this.environment.tracing);
  }

  private load(
    ids: readonly string[],
    remembered: boolean,
  ): Promise<readonly (Envelope<State> | undefined)[]> {
    return (remembered ? this.store.recall(ids) : this.store.load(ids)) as Promise<
      readonly (Envelope<State> | undefined)[]
    >;
  }
}

function toIncident(id: string, parked: Envelope['parked']): Incident | undefined {
  if (!parked) return undefined;
  const { since, attempts, error, messages, timer } = parked;
  const waiting = messages.map((message) => ({
    id: messageId(message),
    type: message.type,
    subject: message.subject,
    at: message.time,
  }));
  return { id, since, attempts, error, waiting, ...(timer !== undefined && { timer }) };
}

function failedMessage({ messages: [first] }: Parked): string | undefined {
  return first && messageId(first);
}
