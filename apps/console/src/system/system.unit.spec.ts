import { type ServiceStatus } from '@lienthong/contracts';
import { LiveChanges } from '../live/live-changes';
import { type ReportedService, ServiceStatuses } from '../ports';
import { TailOnlyBus, TestClock } from '../../test-support/testing-app';
import { serviceView } from './service-view';
import { SystemFigures } from './system-figures';
import { SystemWatch } from './system-watch';

const status = (change: Partial<ServiceStatus> = {}): ServiceStatus => ({
  service: 'residency',
  ready: true,
  checks: { store: 'up', bus: 'up' },
  lag: 0,
  outboxAgeMs: 0,
  timersLateMs: 0,
  incidents: 0,
  ...change,
});

class KnownStatuses extends ServiceStatuses {
  reported: readonly ReportedService[] = [];
  asked = 0;

  async read(): Promise<readonly ReportedService[]> {
    this.asked++;
    return this.reported;
  }
}

describe('a service among others', () => {
  it('is as bad as its worst replica', () => {
    const replicas = [
      status({ lag: 7, timersLateMs: 3, incidents: 2 }),
      status({ lag: 7, ready: false, checks: { store: 'up', bus: 'not joined' }, outboxAgeMs: 40 }),
    ];
    expect(serviceView({ service: 'residency', replicas })).toEqual({
      name: 'residency',
      up: true,
      ready: false,
      lag: 7,
      outboxAgeMs: 40,
      timersLateMs: 3,
      incidents: 2,
      detail: 'bus: not joined',
    });
  });

  it('is shown with what is known of it where a replica, or all, are silent', () => {
    expect(serviceView({ service: 'residency', replicas: [status(), undefined] })).toMatchObject({
      up: true,
      ready: false,
      detail: '1 of 2 replicas answer',
    });
    expect(serviceView({ service: 'residency', replicas: [undefined] })).toEqual({
      name: 'residency',
      up: false,
      ready: false,
      detail: 'no answer',
    });
  });

  it('tells no age of an outbox where there is none', () => {
    const { outboxAgeMs: _none, ...embedded } = status();
    expect(serviceView({ service: 'residency', replicas: [embedded] })).not.toHaveProperty('outboxAgeMs');
  });
});

describe('the figures of the system', () => {
  const statuses = new KnownStatuses();

  beforeEach(() => {
    statuses.asked = 0;
    statuses.reported = [
      { service: 'residency', replicas: [status({ incidents: 3 })] },
      { service: 'orchestrator', replicas: [status({ incidents: 1, casesWithoutOwner: 2 }), undefined] },
    ];
  });

  it('are of all services, by name, and asked for once for all who ask together', async () => {
    const figures = new SystemFigures(statuses);
    const [one, other] = await Promise.all([figures.read(), figures.read()]);
    expect(other).toBe(one);
    expect(statuses.asked).toBe(1);
    expect(one).toMatchObject({ incidents: 4, casesWithoutOwner: 2 });
    expect(one.services.map(({ name }) => name)).toEqual(['orchestrator', 'residency']);
  });

  it('are asked for again after a failure', async () => {
    const read = jest.spyOn(statuses, 'read').mockRejectedValueOnce(new Error('away'));
    const figures = new SystemFigures(statuses);
    await expect(figures.read()).rejects.toThrow('away');
    expect((await figures.read()).incidents).toBe(4);
    read.mockRestore();
  });
});

describe('the watch over the system', () => {
  it('tells what has changed since the last look, and does not look while nobody listens', async () => {
    const statuses = new KnownStatuses();
    const touched: string[] = [];
    const live = new LiveChanges(new TailOnlyBus(), new TestClock());
    jest.spyOn(live, 'touch').mockImplementation((topic) => void touched.push(topic));
    const look = (incidents: number, ready = true): Promise<void> => {
      statuses.reported = [{ service: 'residency', replicas: [status({ incidents, ready })] }];
      // Figures of their own for each look: they are kept for two seconds.
      Object.assign(watch, { figures: new SystemFigures(statuses) });
      return watch.look();
    };
    const watch = new SystemWatch(new SystemFigures(statuses), live);
    await look(0);
    expect(statuses.asked).toBe(0);
    live.subscribe(() => undefined);
    await look(0);
    await look(0);
    expect(touched).toEqual([]);
    await look(1);
    expect(touched).toEqual(['incidents', 'system']);
    await look(1, false);
    expect(touched).toEqual(['incidents', 'system', 'system']);
    live.onApplicationShutdown();
  });
});
