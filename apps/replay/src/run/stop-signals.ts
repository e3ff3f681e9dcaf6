/** Exit codes of what a signal has ended, as shells know them. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;

/**
 * Aborts on the first SIGINT or SIGTERM: what is in hand is finished and kept. A second one ends the process at once; what
 * was not yet on disk is done again when the run is resumed.
 */
export class StopSignals {
  private readonly controller = new AbortController();
  private code: number | undefined;

  constructor() {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (this.code !== undefined) process.exit(this.code);
        this.code = EXIT_CODES[signal];
        this.controller.abort();
      });
    }
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** What the process ends with after it was stopped. */
  get exitCode(): number {
    return this.code ?? EXIT_CODES.SIGINT;
  }
}
