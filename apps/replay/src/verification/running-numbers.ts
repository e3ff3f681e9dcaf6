const FIRST_BYTES = 8;

/** Series of running numbers from 1, each number given out once: registers, dossiers of a day. A bit a number. */
export class RunningNumbers {
  private readonly series = new Map<string, Series>();

  /** Whether the number is new in its series. Numbers below 1 are never. */
  add(name: string, number: number): boolean {
    let series = this.series.get(name);
    if (!series) this.series.set(name, (series = new Series()));
    return series.add(number);
  }

  has(name: string, number: number): boolean {
    return this.series.get(name)?.has(number) ?? false;
  }

  /** How many numbers each series lacks below its highest; only series that lack some. */
  *gaps(): Generator<{ readonly name: string; readonly missing: number }> {
    for (const [name, { highest, count }] of this.series)
      if (highest > count) yield { name, missing: highest - count };
  }
}

class Series {
  private bits = new Uint8Array(FIRST_BYTES);
  highest = 0;
  count = 0;

  add(number: number): boolean {
    if (!Number.isSafeInteger(number) || number < 1 || this.has(number)) return false;
    const at = number >> 3;
    if (at >= this.bits.length) this.grow(at);
    this.bits[at] = (this.bits[at] ?? 0) | (1 << (number & 7));
    this.highest = Math.max(this.highest, number);
    this.count++;
    return true;
  }

  has(number: number): boolean {
    return ((this.bits[number >> 3] ?? 0) & (1 << (number & 7))) !== 0;
  }

  private grow(at: number): void {
    const bits = new Uint8Array(Math.max(this.bits.length * 2, at + 1));
    bits.set(this.bits);
    this.bits = bits;
  }
}
