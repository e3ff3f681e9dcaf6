import { Repeating } from './repeating';

describe('Repeating', () => {
  it('works again and again, one run after the other, until it is stopped', async () => {
    let running = 0;
    let runs = 0;
    const reached = barrier();
    const loop = new Repeating(
      async () => {
        expect(++running).toBe(1);
        await Promise.resolve();
        running--;
        if (++runs === 5) reached.open();
        return 0;
      },
      0,
      () => undefined,
    );
    loop.start();
    await reached.opened;
    await loop.stop();
    const before = runs;
    await new Promise((resolve) => setImmediate(resolve));
    expect(runs).toBe(before);
  });

  it('tells how long a run has been under way, and nothing between two', async () => {
    const began = barrier();
    const finish = barrier();
    const over = barrier();
    const loop = new Repeating(
      async () => {
        began.open();
        await finish.opened;
        setImmediate(over.open);
        return 60_000;
      },
      0,
      () => undefined,
    );
    expect(loop.underWayMs).toBe(0);
    loop.start();
    await began.opened;
    const before = performance.now();
    while (performance.now() <= before) await new Promise((resolve) => setImmediate(resolve));
    expect(loop.underWayMs).toBeGreaterThan(0);
    finish.open();
    await over.opened;
    expect(loop.underWayMs).toBe(0);
    await loop.stop();
  });

  it('goes on after an error, and tells it', async () => {
    const errors: unknown[] = [];
    const recovered = barrier();
    let runs = 0;
    const loop = new Repeating(
      async () => {
        if (++runs === 1) throw new Error('the store is away');
        recovered.open();
        return 0;
      },
      0,
      (error) => errors.push(error),
    );
    loop.start();
    await recovered.opened;
    await loop.stop();
    expect(errors).toEqual([new Error('the store is away')]);
  });

  it('does not wait for its pause to be over when it is stopped, but for the run in hand', async () => {
    const began = barrier();
    const finish = barrier();
    let finished = false;
    const loop = new Repeating(
      async () => {
        began.open();
        await finish.opened;
        finished = true;
        return 3_600_000;
      },
      0,
      () => undefined,
    );
    loop.start();
    await began.opened;
    const stopped = loop.stop();
    finish.open();
    await stopped;
    expect(finished).toBe(true);
  });

  it('is stopped without ever having been started', async () => {
    const loop = new Repeating(() => Promise.reject(new Error('never')), 0, fail);
    await expect(loop.stop()).resolves.toBeUndefined();
  });
});

function fail(error: unknown): void {
  throw error;
}

function barrier(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}
