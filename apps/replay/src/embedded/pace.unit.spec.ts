import { ScaledPace } from './pace';

describe('a pace', () => {
  const never = new AbortController().signal;

  /** A machine whose real time moves by `stepMs` whenever it is read. */
  const machine = (stepMs: number): (() => number) => {
    let real = 0;
    return () => (real += stepMs);
  };

  it('lets time pass in steps, none ahead of its factor, and ends at the instant', async () => {
    const reached: number[] = [];
    const pace = new ScaledPace(100, 1_000_000, machine(1));
    await pace.advance(1_000_950, async (instant) => reached.push(instant), never);
    expect(reached.at(-1)).toBe(1_000_950);
    expect(reached.length).toBeGreaterThan(5);
    // Real time is read at least once a step.
    reached.slice(0, -1).forEach((instant, i) => expect(instant).toBeGreaterThanOrEqual(1_000_000 + 100 * i));
    expect([...reached].sort((a, b) => a - b)).toEqual(reached);
  });

  it('waits for nothing where the system is behind', async () => {
    const reached: number[] = [];
    const pace = new ScaledPace(1_000, 0, machine(10));
    for (const instant of [5_000, 6_000]) await pace.advance(instant, async (at) => reached.push(at), never);
    expect(reached).toEqual([5_000, 6_000]);
  });

  it('gives up when it is told to stop', async () => {
    const stop = new AbortController();
    const reached: number[] = [];
    const pace = new ScaledPace(1, 0, machine(1));
    const passTo = async (instant: number): Promise<void> => {
      reached.push(instant);
      if (reached.length === 3) stop.abort();
    };
    await pace.advance(1_000_000, passTo, stop.signal);
    expect(reached).toHaveLength(3);
  });
});
