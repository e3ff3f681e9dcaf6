import { type TimelineEntry } from '@lienthong/contracts';
import { FILED_AT } from '../../test-support/dossiers';
import { caseView } from '../../test-support/memory-cases';
import { EventStream } from './event-stream';
import { readListQuery } from './list-query';
import { presentCase, presentEntry } from './presentation';

const CURSOR = Buffer.from('G22.99.08-20261116-0000012').toString('base64url');

describe('presentation', () => {
  it('writes every time of a case in Vietnamese time', () => {
    const view = presentCase(
      caseView({ supplements: [{ agency: 'residency', until: FILED_AT }], finishedAt: FILED_AT }),
    );
    expect(view).toMatchObject({
      submittedAt: '2026-11-16T09:00:00.000+07:00',
      acceptedAt: '2026-11-16T09:00:00.001+07:00',
      appointment: '2026-11-19T17:00:00.000+07:00',
      finishedAt: '2026-11-16T09:00:00.000+07:00',
      supplements: [{ agency: 'residency', until: '2026-11-16T09:00:00.000+07:00' }],
    });
    expect(JSON.stringify(view)).not.toMatch(/\d{13}/);
  });

  it('writes instants inside the data of an entry, and leaves counts and amounts', () => {
    const data = {
      until: FILED_AT,
      attempt: 2,
      nested: [{ decidedAt: FILED_AT }],
      amountVnd: 23_400_000,
      pausedAt: 5,
    };
    expect(
      presentEntry({ index: 1, at: FILED_AT, type: 'supplement.requested', summary: 's', data }),
    ).toMatchObject({
      data: {
        until: '2026-11-16T09:00:00.000+07:00',
        attempt: 2,
        nested: [{ decidedAt: '2026-11-16T09:00:00.000+07:00' }],
        amountVnd: 23_400_000,
        pausedAt: 5,
      },
    });
  });
});

describe('readListQuery', () => {
  const places = { isCommune: () => false, isProvince: (code: string) => code === '01' };

  it('reads every filter', () => {
    const query = {
      status: 'refused',
      procedureGroup: 'death',
      province: '01',
      from: '2026-11-16',
      to: '2026-11-17T00:00:00 07:00',
      limit: '7',
      cursor: CURSOR,
    };
    expect(readListQuery(query, places)).toEqual({
      ok: true,
      value: {
        status: 'refused',
        procedureGroup: 'death',
        province: '01',
        from: Date.parse('2026-11-15T17:00:00Z'),
        to: Date.parse('2026-11-16T17:00:00Z'),
        limit: 7,
        cursor: CURSOR,
      },
    });
    expect(readListQuery({}, places)).toEqual({ ok: true, value: { limit: 50 } });
  });

  it.each(['zzz', 'abc!', '', Buffer.from('G22').toString('base64url')])(
    'refuses %j as a cursor',
    (cursor) => {
      expect(readListQuery({ cursor }, places)).toEqual({
        ok: false,
        errors: [{ pointer: '/query/cursor', code: 'invalid-cursor' }],
      });
    },
  );
});

describe('EventStream', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const entry = (index: number): TimelineEntry => ({
    index,
    at: FILED_AT,
    type: 'work.requested',
    summary: `${index}`,
  });

  function stream(
    pollMs = 60_000,
    heartbeatMs = 120_000,
  ): {
    entries: TimelineEntry[];
    written: string[];
    change: () => void;
    events: EventStream;
    subscribed: () => boolean;
  } {
    const entries: TimelineEntry[] = [];
    const written: string[] = [];
    let listener: (() => void) | undefined;
    const events = new EventStream(
      {
        timeline: async () => [...entries],
        subscribe: (onChange) => {
          listener = onChange;
          return () => (listener = undefined);
        },
      },
      { write: (text) => written.push(text) > 0, drained: async () => undefined },
      { pollMs, heartbeatMs },
    );
    return { entries, written, change: () => listener?.(), events, subscribed: () => listener !== undefined };
  }
  const pass = (ms: number): Promise<void> => jest.advanceTimersByTimeAsync(ms);
  const ids = (written: readonly string[]): unknown[] =>
    written.map((text) => /^id: (\d+)\ndata: \{.*\}\n\n$/.exec(text)?.[1]);

  it('sends what is there, then what comes, each once', async () => {
    const { entries, written, change, events, subscribed } = stream();
    entries.push(entry(1), entry(2));
    const done = events.run(0, 'vi');
    await pass(0);
    expect(ids(written)).toEqual(['1', '2']);
    entries.push(entry(3));
    change();
    change();
    await pass(0);
    expect(ids(written)).toEqual(['1', '2', '3']);
    events.end();
    await done;
    expect(subscribed()).toBe(false);
  });

  it('goes on after the last event that the reader has', async () => {
    const { entries, written, events } = stream();
    entries.push(entry(1), entry(2), entry(3));
    const done = events.run(2, 'vi');
    await pass(0);
    events.end();
    await done;
    expect(ids(written)).toEqual(['3']);
  });

  it('finds news without a hint, and keeps a silent line open', async () => {
    const { entries, written, events } = stream(10, 30);
    const done = events.run(0, 'vi');
    await pass(80);
    expect(written.filter((text) => text === ': heartbeat\n\n').length).toBeGreaterThan(0);
    entries.push(entry(1));
    await pass(80);
    events.end();
    await done;
    expect(ids(written).filter(Boolean)).toEqual(['1']);
  });

  it('ends its subscription when the source fails', async () => {
    let subscribed = true;
    const events = new EventStream(
      { timeline: () => Promise.reject(new Error('store')), subscribe: () => () => (subscribed = false) },
      { write: () => true, drained: async () => undefined },
      { pollMs: 10, heartbeatMs: 10 },
    );
    await expect(events.run(0, 'vi')).rejects.toThrow('store');
    expect(subscribed).toBe(false);
  });
});
