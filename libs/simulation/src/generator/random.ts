import { mix32 } from '../hash';

/** A table of values and their weights, as running sums. */
export interface Weighted<T> {
  readonly values: readonly T[];
  readonly upTo: readonly number[];
  readonly total: number;
}

/** @throws RangeError for an empty table */
export function weighted<T>(entries: readonly (readonly [value: T, weight: number])[]): Weighted<T> {
  if (entries.length === 0) throw new RangeError('a weighted table needs at least one entry');
  let total = 0;
  const upTo = entries.map(([, weight]) => (total += weight));
  return { values: entries.map(([value]) => value), upTo, total };
}

/** A seeded stream of numbers (splitmix over 32 bits, two counters): the same seed gives the same stream everywhere. */
export class Random {
  private low: number;
  private high: number;

  constructor(seed: number) {
    this.low = mix32(seed);
    this.high = mix32(seed ^ 0x6a09e667);
  }

  /** In [0, 1). */
  next(): number {
    this.low = (this.low + 0x9e3779b9) | 0;
    this.high = (this.high + 0x7f4a7c15 + (this.low === 0 ? 1 : 0)) | 0;
    return mix32(mix32(this.low) ^ this.high) / 0x1_0000_0000;
  }

  /** An integer in [from, to], both included. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** @throws RangeError for an empty list */
  pick<T>(values: readonly T[]): T {
    const value = values[Math.floor(this.next() * values.length)];
    if (value === undefined) throw new RangeError('nothing to pick from');
    return value;
  }

  weighted<T>({ values, upTo, total }: Weighted<T>): T {
    const at = this.next() * total;
    let low = 0;
    let high = values.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (at < (upTo[middle] ?? total)) high = middle;
      else low = middle + 1;
    }
    return values[low] as T;
  }
}
