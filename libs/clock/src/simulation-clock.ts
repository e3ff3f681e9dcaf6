import { Clock, type ClockKind } from './clock';

/** What must be kept with the data so that the clock goes on after a restart. */
export interface ClockRecord {
  readonly kind: ClockKind;
  /** Set while time is held: the instant it stands at. */
  readonly heldAt?: number;
  /** Simulated = `origin.simulated` + (real − `origin.real`) × `origin.speed`. */
  readonly origin?: { readonly real: number; readonly simulated: number; readonly speed: number };
}

export interface ClockOptions {
  readonly kind: ClockKind;
  /** How much faster than real time a scaled clock runs. */
  readonly speed: number;
  /** Reads real time, epoch ms. */
  readonly real: () => number;
}

/**
 * All three clocks. While it is *held* time stands and only {@link hold} moves it: a virtual clock is always held; the
 * others are while a replay of the past catches up with their present. Never goes backwards.
 */
export class SimulationClock extends Clock {
  readonly kind: ClockKind;
  private heldAt: number | undefined;
  private origin: NonNullable<ClockRecord['origin']>;
  private last = -Infinity;

  constructor(
    private readonly options: ClockOptions,
    start: number,
  ) {
    super();
    this.kind = options.kind;
    this.origin = this.originAt(start);
    if (this.kind === 'virtual') this.heldAt = start;
  }

  /** The clock of an earlier run: scaled as if it had never stopped, virtual from its last instant. */
  static restored(options: ClockOptions, record: ClockRecord): SimulationClock {
    const clock = new SimulationClock(options, record.heldAt ?? options.real());
    clock.heldAt = record.heldAt;
    if (record.origin && record.heldAt === undefined) {
      const { real, simulated, speed } = record.origin;
      clock.origin =
        speed === options.speed
          ? record.origin
          : clock.originAt(simulated + Math.floor((options.real() - real) * speed));
    }
    return clock;
  }

  now(): number {
    return (this.last = Math.max(this.last, this.heldAt ?? this.running()));
  }

  get isHeld(): boolean {
    return this.heldAt !== undefined;
  }

  /** Stops time at `instant`, or moves held time there. */
  hold(instant: number): void {
    if (instant < this.last)
      throw new RangeError(`the clock stands at ${this.last} and cannot go back to ${instant}`);
    this.heldAt = instant;
  }

  /** Lets time run again: a scaled clock from where it was held, the system clock at real time. */
  release(): void {
    if (this.heldAt === undefined || this.kind === 'virtual') return;
    this.origin = this.originAt(this.heldAt);
    this.heldAt = undefined;
  }

  record(): ClockRecord {
    if (this.heldAt !== undefined) return { kind: this.kind, heldAt: this.heldAt };
    return this.kind === 'scaled' ? { kind: this.kind, origin: this.origin } : { kind: this.kind };
  }

  private running(): number {
    const real = this.options.real();
    if (this.kind === 'system') return real;
    return this.origin.simulated + Math.floor((real - this.origin.real) * this.origin.speed);
  }

  private originAt(simulated: number): NonNullable<ClockRecord['origin']> {
    return { real: this.options.real(), simulated, speed: this.options.speed };
  }
}
