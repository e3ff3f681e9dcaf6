import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Work that is done again and again, one run after the other. It may fail: what it looks for is kept in the store, and
 * the next run finds it.
 */
export class Repeating {
  private readonly ending = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private beganAt: number | undefined;

  /** @param work resolves with the real ms to pause before the next run */
  constructor(
    private readonly work: () => Promise<number>,
    private readonly pauseAfterErrorMs: number,
    private readonly onError: (error: unknown) => void,
  ) {}

  start(): void {
    this.running = this.run();
  }

  /** Resolves when the run in hand is over. */
  async stop(): Promise<void> {
    this.ending.abort();
    await this.running;
  }

  /** How long the run in hand has lasted (real ms); 0 between two. */
  get underWayMs(): number {
    return this.beganAt === undefined ? 0 : performance.now() - this.beganAt;
  }

  private async run(): Promise<void> {
    const { signal } = this.ending;
    while (!signal.aborted) {
      this.beganAt = performance.now();
      const pauseMs = await this.work().catch((error: unknown) => {
        this.onError(error);
        return this.pauseAfterErrorMs;
      });
      this.beganAt = undefined;
      await sleep(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
