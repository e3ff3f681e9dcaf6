/**
 * Runs a task for a stream of requests: at once when it has rested long enough, else once when it has, never two at a time.
 * What is asked for while it runs makes it run again, so the last request is always served.
 */
export class Pacer {
  private wanted = false;
  private running = false;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private endedAt = -Infinity;

  /** @param everyMs the shortest rest between two runs, real ms. */
  constructor(
    private readonly task: () => Promise<unknown>,
    private readonly everyMs: number,
  ) {}

  request(): void {
    this.wanted = true;
    this.next();
  }

  /** Forgets what was asked for. */
  stop(): void {
    this.wanted = false;
    clearTimeout(this.waiting);
    this.waiting = undefined;
  }

  private next(): void {
    if (!this.wanted || this.running || this.waiting !== undefined) return;
    const rest = this.endedAt + this.everyMs - Date.now();
    if (rest > 0)
      this.waiting = setTimeout(() => {
        this.waiting = undefined;
        this.next();
      }, rest);
    else void this.run();
  }

  private async run(): Promise<void> {
    this.wanted = false;
    this.running = true;
    try {
      await this.task();
    } finally {
      this.running = false;
      this.endedAt = Date.now();
      this.next();
    }
  }
}
