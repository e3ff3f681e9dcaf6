import { Metrics } from '@lienthong/platform';
import { MeasuredLag } from './measured-lag';

describe('MeasuredLag', () => {
  it('tells the group that is most behind over all its topics, and shows every one', async () => {
    const metrics = new Metrics();
    let measured: () => void = () => undefined;
    const once = new Promise<void>((resolve) => (measured = resolve));
    const source = {
      read: async () => {
        setImmediate(measured);
        return [
          { group: 'orchestrator', topic: 'dossier.events', lag: 40 },
          { group: 'orchestrator', topic: 'residency.events', lag: 30 },
          { group: 'residency', topic: 'residency.commands', lag: 50 },
        ] as const;
      },
      close: async () => undefined,
    };
    const lag = new MeasuredLag(source, () => [], metrics, fail);
    expect(lag.worst()).toBe(0);
    lag.loop.start();
    await once;
    await lag.loop.stop();
    expect(lag.worst()).toBe(70);
    expect(await metrics.metrics()).toContain(
      'lienthong_bus_lag_messages{group="residency",topic="residency.commands"} 50',
    );
  });

  it('keeps what it last knew while nobody can be asked', async () => {
    const errors: unknown[] = [];
    const source = { read: () => Promise.reject(new Error('no broker')), close: async () => undefined };
    const one = new MeasuredLag(
      source,
      () => [],
      new Metrics(),
      (error) => errors.push(error),
    );
    one.loop.start();
    while (errors.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await one.loop.stop();
    expect(one.worst()).toBe(0);
  });
});

function fail(error: unknown): void {
  throw error;
}
