import { type Message } from '@lienthong/contracts';
import { type Addressed } from '@lienthong/event-bus';
import { type Envelope, type Parked, type Reservation, type Reserved, type Write } from '@lienthong/store';
import { type Decider, type Decision, type FacetDefinitions, type TimerFired } from './decider';
import { hasSeen, withSeen } from './inbox';
import { type EngineTracing, RunTrace } from './run-trace';

/** What the run of one aggregate did with its inputs, for metrics. */
export interface RunCounts {
  handled: number;
  duplicates: number;
  parked: number;
}

const NO_STRINGS: readonly string[] = [];

/** One aggregate during one step: collects what its inputs change, and becomes one write. */
export class AggregateRun<State, Input extends { readonly type: string }> {
  private state: State | undefined;
  private sent: number;
  private seen: Envelope['seen'];
  private parked: Parked | undefined;
  private readonly messages: Addressed[] = [];
  private readonly releases: string[] = [];
  private readonly claims: string[] = [];
  private changed = false;
  private readonly trace: RunTrace;

  constructor(
    private readonly decider: Decider<State, Input>,
    private readonly id: string,
    private readonly loaded: Envelope<State> | undefined,
    tracing?: EngineTracing,
  ) {
    this.trace = new RunTrace(tracing, decider.service, loaded?.trace);
    this.state = loaded?.state;
    this.sent = loaded?.sent ?? 0;
    this.seen = loaded?.seen ?? [];
    this.parked = loaded?.parked;
  }

  get before(): State | undefined {
    return this.loaded?.state;
  }

  get after(): State | undefined {
    return this.state;
  }

  get incident(): Parked | undefined {
    return this.parked;
  }

  /** The incident that this step opened, or that failed once more in it. */
  get opened(): Parked | undefined {
    return this.parked?.attempts === this.loaded?.parked?.attempts ? undefined : this.parked;
  }

  /** Whether the message has still to take effect: neither a duplicate nor waiting behind a parked one. */
  admits(message: Message, counts: RunCounts): boolean {
    if (!this.decider.knowsRepetitions && hasSeen(this.seen, this.id, message)) {
      counts.duplicates++;
      return false;
    }
    if (this.parked) {
      this.queueBehind(this.parked, message);
      return false;
    }
    return true;
  }

  reservation(input: Input | TimerFired, now: number): Reservation | undefined {
    const needs = this.decider.needs?.(this.state, input, this.id, now);
    if (!needs) return undefined;
    return {
      owner: this.id,
      claims: needs.claims ?? NO_STRINGS,
      lookups: needs.lookups ?? NO_STRINGS,
      numbers: needs.numbers ?? [],
    };
  }

  /** Decides on a message; a decider that throws parks this aggregate and nobody else. */
  receive(message: Message, now: number, reserved: Reserved | undefined): void {
    this.remember(message);
    this.changed = true;
    try {
      this.apply(
        message as unknown as Input,
        now,
        reserved,
        this.trace.begin(message.type, message.traceparent),
      );
    } catch (error) {
      this.park(error, now, [message]);
    }
  }

  fire(timer: TimerFired, now: number, reserved: Reserved | undefined): void {
    this.changed = true;
    try {
      this.apply(timer, now, reserved, this.trace.begin(`timer ${timer.name}`, undefined));
      const next = this.state === undefined ? [] : (this.decider.timers?.(this.state) ?? []);
      if (next.some((t) => t.name === timer.name && t.dueAt === timer.dueAt)) {
        throw new Error(`timer ${timer.name} is still due after it fired`);
      }
    } catch (error) {
      this.park(error, now, [], timer.name);
    }
  }

  /** Decides on a direct call; what the decider throws goes to the caller. */
  call(input: Input, now: number, reserved: Reserved | undefined): void {
    const { traceparent } = input as { readonly traceparent?: string };
    this.apply(input, now, reserved, this.trace.begin(input.type, traceparent));
  }

  /** It is saved, or will be done again from what another has saved. */
  end(): void {
    this.trace.end();
  }

  /** Closes the incident: what waited behind it takes effect in order, up to the first that fails again. */
  async resume(drop: number, receive: (message: Message) => Promise<void>): Promise<void> {
    const waiting = this.parked?.messages ?? [];
    this.parked = undefined;
    this.changed = true;
    for (const message of waiting.slice(drop)) {
      if (this.parked) this.queueBehind(this.parked, message);
      else await receive(message);
    }
  }

  private queueBehind(parked: Parked, message: Message): void {
    this.remember(message);
    this.parked = { ...parked, messages: [...parked.messages, message] };
    this.changed = true;
  }

  private remember(message: Message): void {
    if (!this.decider.knowsRepetitions) this.seen = withSeen(this.seen, this.id, message);
  }

  private park(error: unknown, now: number, messages: readonly Message[], timer?: string): void {
    this.changed = true;
    this.trace.fail(error);
    this.parked = {
      since: this.loaded?.parked?.since ?? now,
      attempts: (this.loaded?.parked?.attempts ?? 0) + 1,
      error: error instanceof Error ? error.message : String(error),
      messages,
      ...(timer === undefined ? {} : { timer }),
    };
  }

  /** The timers that are due at `now`, earliest first. None while parked. */
  dueTimers(now: number): readonly TimerFired[] {
    if (this.state === undefined || this.parked || !this.decider.timers) return [];
    return this.decider
      .timers(this.state)
      .filter((timer) => timer.dueAt <= now)
      .sort((a, b) => a.dueAt - b.dueAt || (a.name < b.name ? -1 : 1))
      .map(({ name, dueAt }) => ({ type: 'timer.fired', name, dueAt }));
  }

  write(): Write | undefined {
    if (!this.changed) return undefined;
    const version = this.loaded?.version ?? 0;
    return {
      id: this.id,
      expectedVersion: version,
      envelope: {
        version: version + 1,
        state: this.state,
        sent: this.sent,
        seen: this.seen,
        ...(this.parked ? { parked: this.parked } : {}),
        ...(this.trace.kept === undefined ? {} : { trace: this.trace.kept }),
      },
      dueAt: this.parked ? undefined : earliest(this.decider, this.state),
      facets: facetValues(this.decider.facets, this.state),
      messages: this.messages,
      releases: this.releases,
      ...(this.claims.length > 0 ? { claims: this.claims } : {}),
    };
  }

  private apply(
    input: Input | TimerFired,
    now: number,
    reserved: Reserved | undefined,
    traceparent?: string,
  ): void {
    const decision = this.decider.decide(this.state, input, {
      now,
      id: this.id,
      owner: (key) => reserved?.owner(key),
      number: (name) => {
        if (!reserved) throw new Error(`number ${name} was not asked for`);
        return reserved.number(name);
      },
    });
    if (decision) this.take(decision, now, traceparent);
  }

  private take(decision: Decision<State>, now: number, traceparent: string | undefined): void {
    this.changed = true;
    this.state = decision.state;
    if (decision.releases) this.releases.push(...decision.releases);
    if (decision.claims) this.claims.push(...decision.claims);
    if (!decision.messages) return;
    const stream = `${this.decider.service}/${this.id}`;
    for (const { topic, type, subject, data } of decision.messages) {
      this.sent++;
      const message: Message = {
        stream,
        sequence: this.sent,
        type,
        subject,
        time: now,
        data,
        ...(traceparent === undefined ? {} : { traceparent }),
      };
      this.messages.push({ topic, message });
    }
  }
}

function earliest<State, Input extends { readonly type: string }>(
  decider: Decider<State, Input>,
  state: State | undefined,
): number | undefined {
  if (state === undefined || !decider.timers) return undefined;
  let due: number | undefined;
  for (const timer of decider.timers(state)) {
    if (due === undefined || timer.dueAt < due) due = timer.dueAt;
  }
  return due;
}

function facetValues<State>(
  facets: FacetDefinitions<State> | undefined,
  state: State | undefined,
): readonly (string | number | undefined)[] {
  if (!facets || state === undefined) return [];
  const values: (string | number | undefined)[] = [];
  for (const name in facets) values.push(facets[name]?.of(state));
  return values;
}
