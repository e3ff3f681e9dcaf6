interface Waiting<Call, Result> {
  readonly call: Call;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Makes one bulk call of the calls that come while an earlier one is under way, or within one turn of the event loop.
 * Each caller gets its own result; when the bulk call rejects, so do all that it carried.
 */
export class Gatherer<Call, Result> {
  private waiting: Waiting<Call, Result>[] = [];
  private busy = false;

  constructor(
    private readonly work: (calls: readonly Call[]) => Promise<readonly (() => Result)[]>,
    private readonly most: number,
  ) {}

  run(call: Call): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ call, resolve, reject });
      if (this.busy) return;
      this.busy = true;
      setImmediate(() => void this.next());
    });
  }

  private async next(): Promise<void> {
    const round = this.waiting.slice(0, this.most);
    this.waiting = this.waiting.slice(this.most);
    try {
      const results = await this.work(round.map(({ call }) => call));
      round.forEach((waiting, i) => settle(waiting, results[i]));
    } catch (error) {
      for (const { reject } of round) reject(error);
    }
    if (this.waiting.length > 0) setImmediate(() => void this.next());
    else this.busy = false;
  }
}

function settle<Call, Result>(
  { resolve, reject }: Waiting<Call, Result>,
  result: (() => Result) | undefined,
): void {
  if (!result) return reject(new Error('the bulk call left a call without a result'));
  try {
    resolve(result());
  } catch (error) {
    reject(error);
  }
}
