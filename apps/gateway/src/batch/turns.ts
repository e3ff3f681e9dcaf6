/** Real ms that one batch may work before others of this process get their turn. */
const LONGEST_MS = 5;

/**
 * Turns at the event loop. Whoever works through much in memory asks for its next turn now and then; one of those that
 * wait gets on each time round, so that requests and timers come between, however many there are.
 */
export class Turns {
  private readonly waiting: (() => void)[] = [];

  /** @returns what is to be awaited between two pieces of work: mostly nothing */
  begin(now: () => number = () => performance.now()): () => Promise<void> | undefined {
    let since = now();
    return () => {
      if (now() - since < LONGEST_MS) return undefined;
      return this.next().then(() => {
        since = now();
      });
    };
  }

  private next(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      if (this.waiting.length === 1) setImmediate(() => this.letOneGo());
    });
  }

  private letOneGo(): void {
    this.waiting.shift()?.();
    if (this.waiting.length > 0) setImmediate(() => this.letOneGo());
  }
}

/** Those of this process. */
export const TURNS = new Turns();
