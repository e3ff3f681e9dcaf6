import { mix32 } from '@lienthong/simulation';

const FREE = 0;
const FIRST_SIZE = 1 << 10;
const FULLEST = 0.75;
const TWO_TO_32 = 0x1_0000_0000;

/**
 * Whole numbers from 1 to 2^53 − 1, of which each is taken once. Open addressing in one typed array: a million and a
 * half of them are 16 MiB, where a `Set` takes ten times that.
 */
export class NumberSet {
  private slots = new Float64Array(FIRST_SIZE);
  private taken = 0;

  get size(): number {
    return this.taken;
  }

  /** Whether the number is new. */
  add(number: number): boolean {
    if (!this.put(number)) return false;
    if (++this.taken > this.slots.length * FULLEST) this.grow();
    return true;
  }

  private put(number: number): boolean {
    const { slots } = this;
    const mask = slots.length - 1;
    let at = mix32((number % TWO_TO_32) ^ mix32(Math.floor(number / TWO_TO_32))) & mask;
    for (; slots[at] !== FREE; at = (at + 1) & mask) if (slots[at] === number) return false;
    slots[at] = number;
    return true;
  }

  private grow(): void {
    const before = this.slots;
    this.slots = new Float64Array(before.length * 2);
    for (const number of before) if (number !== FREE) this.put(number);
  }
}
