import { setTimeout as sleep } from 'node:timers/promises';

/** How long time may stand between two steps of a paced run: ten milliseconds of real time. */
const STEP_MS = 10;

/** How fast the time that is replayed may pass. */
export interface Pace {
  /**
   * Lets time pass up to `instant` (epoch ms of the replayed time) by calling `passTo`, once or in steps, no faster than
   * the pace allows. Gives up early when `signal` is aborted.
   */
  advance(instant: number, passTo: (instant: number) => Promise<unknown>, signal: AbortSignal): Promise<void>;
}

/** As fast as the machine can. */
export const UNPACED: Pace = {
  async advance(instant, passTo) {
    await passTo(instant);
  },
};

/**
 * `factor` simulated seconds a real second, from the first step on. Time never runs ahead of that, and where the system
 * cannot keep up it waits for it: what happens is the same as without a pace.
 */
export class ScaledPace implements Pace {
  private origin: { readonly real: number; readonly simulated: number } | undefined;

  /** @param begin where the replayed time stands when the pace sets in (epoch ms) */
  constructor(
    private readonly factor: number,
    private readonly begin: number,
    private readonly real: () => number = () => performance.now(),
  ) {}

  async advance(
    instant: number,
    passTo: (instant: number) => Promise<unknown>,
    signal: AbortSignal,
  ): Promise<void> {
    for (let allowed = this.now(); allowed < instant; allowed = this.now()) {
      if (signal.aborted) return;
      await passTo(allowed);
      await sleep(Math.min(STEP_MS, (instant - allowed) / this.factor));
    }
    await passTo(instant);
  }

  private now(): number {
    this.origin ??= { real: this.real(), simulated: this.begin };
    return Math.floor(this.origin.simulated + (this.real() - this.origin.real) * this.factor);
  }
}
