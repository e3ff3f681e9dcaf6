/** Does something when it is asked to, but not more often than every so many real ms; once for all who ask meanwhile. */
export class Paced {
  private timer: NodeJS.Timeout | undefined;
  private doneAt = -Infinity;

  constructor(
    private readonly everyMs: number,
    private readonly work: () => void,
  ) {}

  /** In a later turn, so that what comes together is done together. */
  soon(): void {
    const pauseMs = Math.max(0, this.doneAt + this.everyMs - performance.now());
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.doneAt = performance.now();
      this.work();
    }, pauseMs).unref();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
