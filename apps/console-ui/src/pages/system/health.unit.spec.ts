import { type ServiceView, type SystemView } from '@lienthong/contracts';
import { problemsOf, stateOf } from './health';

const service = (name: string, more: Partial<ServiceView> = {}): ServiceView => ({
  name,
  up: true,
  ready: true,
  ...more,
});

const system = (services: readonly ServiceView[], more: Partial<SystemView> = {}): SystemView => ({
  asOf: '2026-11-22T10:00:00.000+07:00',
  version: '1.0.0',
  node: 'v20',
  bus: 'kafka',
  store: 'mongodb',
  clock: { kind: 'system', now: '2026-11-22T10:00:00.000+07:00', speed: 1 },
  casesWithoutOwner: 0,
  incidents: 0,
  services,
  readModel: { cases: 0 },
  ...more,
});

describe('problemsOf', () => {
  it('is nothing when all is well', () => {
    expect(problemsOf(system([service('gateway', { lag: 12, outboxAgeMs: 80, timersLateMs: 0 })]))).toEqual(
      [],
    );
  });

  it('names services that do not answer once, not also as not ready', () => {
    const services = [
      service('residency', { up: false, ready: false }),
      service('console', { ready: false }),
    ];
    expect(problemsOf(system(services))).toEqual([
      { kind: 'down', services: ['residency'] },
      { kind: 'notReady', services: ['console'] },
    ]);
  });

  it('tells of incidents and cases that nobody holds', () => {
    expect(problemsOf(system([], { incidents: 17, casesWithoutOwner: 2 }))).toEqual([
      { kind: 'withoutOwner', count: 2, to: '/cases?withoutOwner=true' },
      { kind: 'incidents', count: 17, to: '/incidents' },
    ]);
  });

  it('tells of what is late', () => {
    const services = [service('a', { outboxAgeMs: 10_001 }), service('b', { timersLateMs: 30_001 })];
    expect(problemsOf(system(services)).map(({ kind }) => kind)).toEqual(['outbox', 'timers']);
  });
});

describe('stateOf', () => {
  it('is down whatever else was known of it', () => {
    expect(stateOf(service('a', { up: false, ready: true }))).toBe('down');
  });
});
