import { Gauge } from 'prom-client';
import { Clock } from '@lienthong/clock';
import { CASES_WITHOUT_OWNER, Metrics } from '@lienthong/platform';
import { BusLag } from '../bus-lag';
import { StatusReader, type StatusSources } from './status-reader';

class StillClock extends Clock {
  readonly kind = 'virtual';
  now(): number {
    return 1_000;
  }
}

class KnownLag extends BusLag {
  worst(): number {
    return 9;
  }
  of(group: string): number {
    return group === 'orchestrator' ? 4 : 9;
  }
}

const sources = (change: Partial<StatusSources> = {}): StatusSources => ({
  service: 'orchestrator',
  clock: new StillClock(),
  metrics: new Metrics(),
  readiness: { check: async () => ({ ok: false, checks: { store: 'up', bus: 'not joined' } }) },
  lag: new KnownLag(),
  outboxAgeMs: () => 12.6,
  nextTimer: async () => 400,
  openIncidents: async () => new Map([['orchestrator', 2]]),
  ...change,
});

describe('StatusReader', () => {
  it('says of its own service what waits, what is late and what stands still', async () => {
    expect(await new StatusReader(sources()).read()).toEqual({
      service: 'orchestrator',
      ready: false,
      checks: { store: 'up', bus: 'not joined' },
      lag: 4,
      outboxAgeMs: 13,
      timersLateMs: 600,
      incidents: 2,
    });
  });

  it('has nothing late while no timer is due', async () => {
    const none = new StatusReader(sources({ nextTimer: async () => undefined }));
    expect((await none.read()).timersLateMs).toBe(0);
    const later = new StatusReader(sources({ nextTimer: async () => 1_001 }));
    expect((await later.read()).timersLateMs).toBe(0);
  });

  it('knows of cases without owner where the sagas run', async () => {
    const metrics = new Metrics();
    new Gauge({ name: CASES_WITHOUT_OWNER, help: 'as there', registers: [metrics] }).set(3);
    expect((await new StatusReader(sources({ metrics })).read()).casesWithoutOwner).toBe(3);
  });
});
