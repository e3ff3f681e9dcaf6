import { EventEmitter } from 'node:events';
import { type ServerResponse } from 'node:http';
import { type LiveChange } from '@lienthong/contracts';
import { TailOnlyBus, TestClock } from '../../test-support/testing-app';
import { LiveChanges } from './live-changes';
import { LiveStreams } from './live-streams';

const caseOf = (i: number): string => `G22.99.08-20261116-${String(i).padStart(7, '0')}`;

describe('live changes', () => {
  let bus: TailOnlyBus;
  let changes: LiveChanges;
  let told: LiveChange[];

  beforeEach(() => {
    jest.useFakeTimers();
    bus = new TailOnlyBus();
    changes = new LiveChanges(bus, new TestClock());
    told = [];
  });
  afterEach(() => {
    changes.onApplicationShutdown();
    jest.useRealTimers();
  });

  const listen = (): (() => void) => changes.subscribe((change) => told.push(change));

  it('are told together, at most twice a second', () => {
    listen();
    for (let i = 0; i < 10; i++) bus.emit('case.events', { subject: caseOf(1) });
    bus.emit('case.events', { subject: caseOf(2) });
    changes.touch('incidents');
    jest.advanceTimersByTime(1);
    expect(told).toEqual([
      {
        at: '2026-11-16T08:00:00.000+07:00',
        topics: ['cases', 'incidents'],
        dossierNumbers: [caseOf(1), caseOf(2)],
      },
    ]);
    bus.emit('case.events', { subject: caseOf(3) });
    jest.advanceTimersByTime(400);
    expect(told).toHaveLength(1);
    jest.advanceTimersByTime(200);
    expect(told).toHaveLength(2);
    expect(told[1]?.dossierNumbers).toEqual([caseOf(3)]);
    jest.advanceTimersByTime(10_000);
    expect(told).toHaveLength(2);
  });

  it('name no cases once there are more than two hundred, or some that nobody named', () => {
    listen();
    for (let i = 0; i <= 200; i++) bus.emit('case.events', { subject: caseOf(i) });
    jest.advanceTimersByTime(1_000);
    expect(told[0]).toEqual({ at: expect.any(String) as string, topics: ['cases'] });
    changes.touch('cases', caseOf(1));
    changes.touch('cases');
    jest.advanceTimersByTime(1_000);
    expect(told[1]).not.toHaveProperty('dossierNumbers');
    for (let i = 0; i < 200; i++) changes.touch('cases', caseOf(i));
    jest.advanceTimersByTime(1_000);
    expect(told[2]?.dossierNumbers).toHaveLength(200);
  });

  it('are forgotten while nobody listens, and told to each who does', () => {
    bus.emit('case.events', { subject: caseOf(1) });
    const stop = listen();
    listen();
    jest.advanceTimersByTime(1_000);
    expect(told).toEqual([]);
    changes.touch('audit');
    jest.advanceTimersByTime(1_000);
    expect(told).toHaveLength(2);
    stop();
    changes.touch('audit');
    jest.advanceTimersByTime(1_000);
    expect(told).toHaveLength(3);
  });
});

describe('live changes of several replicas', () => {
  let bus: TailOnlyBus;
  let changes: LiveChanges;

  beforeEach(() => {
    jest.useFakeTimers();
    bus = new TailOnlyBus();
    changes = new LiveChanges(bus, new TestClock());
  });
  afterEach(() => {
    changes.onApplicationShutdown();
    jest.useRealTimers();
  });

  it('are told to the others, together and at most twice a second, also when nobody listens here', () => {
    changes.announce('audit');
    changes.announce('batches');
    changes.announce('audit');
    jest.advanceTimersByTime(1);
    expect(bus.told).toEqual([{ name: 'console.changed', data: { topics: ['audit', 'batches'] } }]);
    changes.announce('incidents');
    jest.advanceTimersByTime(400);
    expect(bus.told).toHaveLength(1);
    jest.advanceTimersByTime(200);
    expect(bus.told[1]?.data).toEqual({ topics: ['incidents'] });
  });

  it('of which others tell are told here, and not told on', () => {
    const told: LiveChange[] = [];
    changes.subscribe((change) => told.push(change));
    bus.emitHint({ name: 'console.changed', data: { topics: ['audit', 'weather', 7] } });
    bus.emitHint({ name: 'console.changed', data: {} });
    bus.emitHint({ name: 'another', data: { topics: ['batches'] } });
    changes.touch('system');
    jest.advanceTimersByTime(1_000);
    expect(told.map(({ topics }) => topics)).toEqual([['audit', 'system']]);
    expect(bus.told).toEqual([]);
  });
});

describe('live streams', () => {
  class Response extends EventEmitter {
    readonly written: string[] = [];
    writableLength = 0;
    ended = false;
    destroyed = false;

    write(text: string): boolean {
      this.written.push(text);
      return true;
    }
    end(): void {
      this.ended = true;
    }
    destroy(): void {
      this.destroyed = true;
      this.emit('close');
    }
  }

  const LIMITS = { heartbeatMs: 15_000, longestMs: 60_000, mostWaiting: 1_000 };
  let send: ((change: LiveChange) => void) | undefined;
  let streams: LiveStreams;
  let response: Response;

  beforeEach(() => {
    jest.useFakeTimers();
    streams = new LiveStreams(LIMITS);
    response = new Response();
    streams.add(response as unknown as ServerResponse, (onChange) => {
      send = onChange;
      return () => (send = undefined);
    });
  });
  afterEach(() => {
    streams.endAll();
    jest.useRealTimers();
  });

  it('write each change as an event, and a comment while nothing happens', () => {
    send?.({ at: 'now', topics: ['audit'] });
    jest.advanceTimersByTime(15_000);
    expect(response.written).toEqual([
      'retry: 1000\n\n',
      'event: changed\ndata: {"at":"now","topics":["audit"]}\n\n',
      ': heartbeat\n\n',
    ]);
  });

  it('drop a reader that does not take what it is sent', () => {
    response.writableLength = 1_001;
    send?.({ at: 'now', topics: ['audit'] });
    expect(response.destroyed).toBe(true);
    expect(response.written).toHaveLength(1);
    expect(streams.size).toBe(0);
    expect(send).toBeUndefined();
  });

  it('end after a while, when their reader leaves, and all together', () => {
    jest.advanceTimersByTime(60_000);
    expect(response.ended).toBe(true);
    expect(streams.size).toBe(0);
    const [leaving, staying] = [new Response(), new Response()];
    for (const one of [leaving, staying])
      streams.add(one as unknown as ServerResponse, () => () => undefined);
    leaving.emit('close');
    expect(streams.size).toBe(1);
    streams.endAll();
    expect(staying.ended).toBe(true);
    expect(streams.size).toBe(0);
    jest.advanceTimersByTime(60_000);
    expect(staying.written).toEqual(['retry: 1000\n\n']);
  });
});
