import { setTimeout as sleep } from 'node:timers/promises';

/** An operator's page asks for the list and the overview as often as it may. */
const LOOK_EVERY_MS = 1_000;

/** What an operator with the list and the overview open asks for, and how long the answers take (ms). */
export class Looks {
  readonly listMs: number[] = [];
  readonly overviewMs: number[] = [];
  private stopped = false;

  constructor(
    private readonly list: () => Promise<unknown>,
    private readonly overview: () => Promise<unknown>,
  ) {}

  async run(): Promise<void> {
    while (!this.stopped) {
      this.listMs.push(await timed(this.list));
      this.overviewMs.push(await timed(this.overview));
      await sleep(LOOK_EVERY_MS);
    }
  }

  stop(): void {
    this.stopped = true;
  }
}

async function timed(look: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await look();
  return performance.now() - began;
}
