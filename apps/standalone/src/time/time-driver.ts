import { setImmediate as nextTurn } from 'node:timers/promises';
import { type SimulationClock } from '@lienthong/clock';
import { type EmbeddedDatabase } from '@lienthong/embedded';
import { type TimerPump } from '@lienthong/engine';

/** How often running time looks for due rows. Only a look: what is due is in the store, not in this interval. */
const LOOK_MS = 10;
const SLICE_MS = 8;

/** What happens as time passes, and where it is kept how far time has come. */
export interface TimedRuntime {
  readonly bus: { idle(): Promise<void> };
  readonly timers: Pick<TimerPump, 'next' | 'fireDue'>;
  readonly database: Pick<EmbeddedDatabase, 'durable' | 'keepUp' | 'touch'>;
}

/** Lets time pass: jumps held time from timer to timer, or looks for due timers while time runs. */
export class TimeDriver {
  private interval: NodeJS.Timeout | undefined;
  private looking = Promise.resolve();
  private idleLook = true;
  private advancing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly clock: SimulationClock,
    private readonly runtime: TimedRuntime,
    private readonly onError: (error: unknown) => void,
  ) {}

  /**
   * Moves held time to `instant`, letting everything due on the way happen at its own time. One caller after another.
   * Where time stands is on disk before anybody is told: after a crash it has not gone back.
   */
  async advanceTo(instant: number): Promise<number> {
    const now = await this.replayTo(instant);
    await this.runtime.database.durable();
    return now;
  }

  /** {@link advanceTo}, leaving it to the caller to wait for the disk, once for many. */
  replayTo(instant: number): Promise<number> {
    const advance = this.advancing.then(() => this.jumpTo(instant));
    this.advancing = advance.catch(() => undefined);
    return advance;
  }

  /** Lets time run (scaled, system). */
  run(): void {
    this.clock.release();
    this.runtime.database.touch();
    this.interval ??= setInterval(() => {
      if (this.clock.isHeld || !this.idleLook) return;
      this.idleLook = false;
      this.looking = this.look();
    }, LOOK_MS);
  }

  async stop(): Promise<void> {
    clearInterval(this.interval);
    await this.looking;
    await this.advancing;
  }

  private async jumpTo(instant: number): Promise<number> {
    const { bus, timers, database } = this.runtime;
    let sliceEnd = performance.now() + SLICE_MS;
    for (;;) {
      await bus.idle();
      const next = await timers.next();
      if (next === undefined || next > instant) break;
      if (next > this.clock.now()) this.clock.hold(next);
      await timers.fireDue(this.clock.now());
      if (performance.now() < sliceEnd) continue;
      await nextTurn();
      await database.keepUp();
      sliceEnd = performance.now() + SLICE_MS;
    }
    if (instant > this.clock.now()) {
      this.clock.hold(instant);
      database.touch();
    }
    return this.clock.now();
  }

  private async look(): Promise<void> {
    try {
      await this.runtime.timers.fireDue(this.clock.now());
    } catch (error) {
      this.onError(error);
    } finally {
      this.idleLook = true;
    }
  }
}
