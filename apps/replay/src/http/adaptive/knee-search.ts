import { type AdaptiveOptions } from './adaptive-options';

/** A gap between good and bad that is this narrow is not worth another step. */
const NARROW = 1.02;

/** Which rate to offer next: up by a factor until one is not sustained, then halving the gap. */
export class KneeSearch {
  private good: number | undefined;
  private bad: number | undefined;
  private halvings = 0;

  constructor(
    private readonly options: Pick<AdaptiveOptions, 'startRate' | 'mostRate' | 'factor' | 'bisections'>,
  ) {}

  /** The highest rate that was sustained. */
  get sustained(): number | undefined {
    return this.good;
  }

  /** Undefined at the end of the search. */
  next(): number | undefined {
    const { startRate, mostRate, factor, bisections } = this.options;
    if (this.bad === undefined) {
      if (this.good === undefined) return startRate;
      return this.good >= mostRate ? undefined : Math.min(this.good * factor, mostRate);
    }
    if (this.halvings >= bisections || this.bad < (this.good ?? 0) * NARROW) return undefined;
    this.halvings++;
    return ((this.good ?? 0) + this.bad) / 2;
  }

  /** Says how the rate that was offered last went. */
  took(rate: number, sustained: boolean): void {
    if (sustained) this.good = Math.max(this.good ?? 0, rate);
    else this.bad = Math.min(this.bad ?? Infinity, rate);
  }
}
