/** Ends a run early: because somebody stopped it, or because something failed that no dossier can get around. */
export class Halt {
  private readonly sleepers = new Map<NodeJS.Timeout, () => void>();
  private halted = false;
  private failure: Error | undefined;
  private readonly onAbort = (): void => this.stop();
  private tellStopped: () => void = () => undefined;
  private readonly whenStopped = new Promise<void>((resolve) => (this.tellStopped = resolve));

  constructor(private readonly signal: AbortSignal) {
    if (signal.aborted) this.stop();
    else signal.addEventListener('abort', this.onAbort, { once: true });
  }

  get stopped(): boolean {
    return this.halted;
  }

  /** Stops what is still under way at the end of a run. */
  end(): void {
    this.stop();
  }

  /** Stops, and keeps the first failure for {@link throwFailure}. */
  fail(error: unknown): void {
    this.failure ??= error instanceof Error ? error : new Error(String(error));
    this.stop();
  }

  throwFailure(): void {
    if (this.failure) throw this.failure;
  }

  /** Resolves after `ms`, or at once when stopped. */
  sleep(ms: number): Promise<void> {
    if (this.halted) return Promise.resolve();
    return new Promise((resolve) => {
      const timer = setTimeout(
        () => {
          this.sleepers.delete(timer);
          resolve();
        },
        Math.max(1, Math.ceil(ms)),
      );
      this.sleepers.set(timer, resolve);
    });
  }

  /** Waits for `done`, but not beyond a stop. */
  async orStopped(done: Promise<unknown>): Promise<void> {
    await Promise.race([done, this.whenStopped]);
  }

  /** Lets go of the signal. */
  dispose(): void {
    this.signal.removeEventListener('abort', this.onAbort);
  }

  private stop(): void {
    this.halted = true;
    this.tellStopped();
    for (const [timer, resolve] of this.sleepers) {
      clearTimeout(timer);
      resolve();
    }
    this.sleepers.clear();
  }
}
