import { Gatherer } from './gatherer';

describe('Gatherer', () => {
  /** A bulk call that doubles numbers once it is let go. */
  function gated(most = 100): {
    gatherer: Gatherer<number, number>;
    rounds: number[][];
    letGo: () => void;
  } {
    const rounds: number[][] = [];
    let open: (() => void)[] = [];
    const gatherer = new Gatherer<number, number>(async (calls) => {
      rounds.push([...calls]);
      await new Promise<void>((resolve) => open.push(resolve));
      return calls.map((n) => () => {
        if (n < 0) throw new Error(`refused ${n}`);
        return n * 2;
      });
    }, most);
    const letGo = (): void => {
      for (const resolve of open) resolve();
      open = [];
    };
    return { gatherer, rounds, letGo };
  }

  const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  it('makes one call of those of one turn, and one of those that come meanwhile', async () => {
    const { gatherer, rounds, letGo } = gated();
    const first = Promise.all([gatherer.run(1), gatherer.run(2)]);
    await turn();
    const later = Promise.all([3, 4, 5].map((n) => gatherer.run(n)));
    await turn();
    expect(rounds).toEqual([[1, 2]]);
    letGo();
    expect(await first).toEqual([2, 4]);
    await turn();
    letGo();
    expect(await later).toEqual([6, 8, 10]);
    expect(rounds).toEqual([
      [1, 2],
      [3, 4, 5],
    ]);
  });

  it('gives each caller its own result or error', async () => {
    const { gatherer, letGo } = gated();
    const results = Promise.allSettled([gatherer.run(1), gatherer.run(-1), gatherer.run(2)]);
    await turn();
    letGo();
    expect((await results).map((one) => (one.status === 'fulfilled' ? one.value : 'error'))).toEqual([
      2,
      'error',
      4,
    ]);
  });

  it('takes no more calls at once than it may', async () => {
    const { gatherer, rounds, letGo } = gated(2);
    const all = Promise.all([1, 2, 3].map((n) => gatherer.run(n)));
    await turn();
    letGo();
    await turn();
    await turn();
    letGo();
    expect(await all).toEqual([2, 4, 6]);
    expect(rounds).toEqual([[1, 2], [3]]);
  });

  it('goes on after a bulk call that failed, and fails only those it carried', async () => {
    let fail = true;
    const gatherer = new Gatherer<number, number>(async (calls) => {
      if (fail) throw new Error('away');
      return calls.map((n) => () => n);
    }, 10);
    await expect(gatherer.run(1)).rejects.toThrow('away');
    fail = false;
    expect(await gatherer.run(2)).toBe(2);
  });
});
