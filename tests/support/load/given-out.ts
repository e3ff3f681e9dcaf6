/** Whether a series may lack numbers: one that was drawn may be lost with the process that drew it. */
export type Gaps = 'none' | 'allowed';

/** Every number and identifier that was given out: none may be given out twice. */
export class GivenOut {
  /** Series of running numbers, as they were met. */
  private readonly series = new Map<string, number[]>();
  /** Identifiers that nobody else may have, and who has them. */
  private readonly holders = new Map<string, string>();
  private readonly twice: string[] = [];

  count(series: string, number: number): void {
    const numbers = this.series.get(series);
    if (numbers) numbers.push(number);
    else this.series.set(series, [number]);
  }

  give(kind: string, identifier: string, holder: string): void {
    const name = `${kind} ${identifier}`;
    const other = this.holders.get(name);
    if (other !== undefined) this.twice.push(`${other} and ${holder} have the same ${name}`);
    this.holders.set(name, holder);
  }

  faults(gaps: Gaps): readonly string[] {
    const wrong: string[] = [];
    for (const [name, numbers] of this.series) {
      const ascending = numbers.sort((a, b) => a - b);
      const follows = (number: number, i: number): boolean =>
        gaps === 'none' ? number === i + 1 : number >= 1 && number !== ascending[i - 1];
      if (!ascending.every(follows)) wrong.push(`${name} counts ${ascending.join(', ')}`);
    }
    return [...this.twice, ...wrong];
  }
}
