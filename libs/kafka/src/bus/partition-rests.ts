const FIRST_REST_MS = 50;
const LONGEST_REST_MS = 5_000;

/**
 * Keeps a partition whose batch failed from being fetched for a while, longer with every failure in a row. The
 * partition stays ours and its offset where it was: after the rest the same messages are fetched again.
 */
export class PartitionRests {
  private readonly failures = new Map<string, number>();
  private readonly timers = new Set<NodeJS.Timeout>();

  /** @param pause stops fetching from the partition and returns what starts it again */
  rest(topic: string, partition: number, pause: () => () => void): void {
    const failed = this.failures.get(nameOf(topic, partition)) ?? 0;
    this.failures.set(nameOf(topic, partition), failed + 1);
    const resume = pause();
    const timer = setTimeout(
      () => {
        this.timers.delete(timer);
        resume();
      },
      Math.min(FIRST_REST_MS * 2 ** failed, LONGEST_REST_MS),
    );
    this.timers.add(timer);
  }

  succeeded(topic: string, partition: number): void {
    this.failures.delete(nameOf(topic, partition));
  }

  close(): void {
    for (const timer of this.timers) clearTimeout(timer);
    this.timers.clear();
  }
}

function nameOf(topic: string, partition: number): string {
  return `${topic}/${partition}`;
}
