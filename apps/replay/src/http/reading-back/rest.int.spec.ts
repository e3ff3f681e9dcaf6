import { type CaseView, type ProcessingTime } from '@lienthong/contracts';
import { toVietnamIso } from '@lienthong/platform';
import { type Outcome } from '../../outcome';
import { FaultLog } from '../../verification/fault';
import { runHttp } from '../run-http';
import { FakeGateway } from '../test-support/fake-gateway';
import { dossiers, MONDAY, optionsFor, RecordingHooks, sourceOf } from '../test-support/runs';
import { inOrder } from './in-order';
import { readBack } from './read-back';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

jest.setTimeout(60_000);

let gateway: FakeGateway;
let hooks: RecordingHooks;

beforeEach(async () => {
  gateway = await FakeGateway.start();
  hooks = new RecordingHooks();
});
afterEach(async () => {
  await gateway.stop();
  hooks.remove();
});

const numbers = (): readonly string[] => [...gateway.taken.values()].map(({ number }) => number);

describe('waiting for the ends', () => {
  it('lets days pass on a virtual clock until no case of the run is open', async () => {
    gateway.virtualNow = MONDAY;
    const foreign = { dossierNumber: 'G-of-others' };
    gateway.read = (path, query) => {
      if (path !== '' || query.get('status') !== 'in-progress') return { items: [foreign] };
      const days = ((gateway.virtualNow ?? 0) - MONDAY) / DAY;
      // Ours are on the second page.
      if (!query.has('cursor')) return { items: [foreign], nextCursor: 'page-2' };
      return { items: days < 12 ? [{ dossierNumber: numbers()[0] }] : [foreign] };
    };
    const { atRest } = await runHttp(optionsFor(gateway.url), sourceOf(dossiers(3)), hooks);
    expect(atRest).toBe(true);
    expect(gateway.virtualNow).toBe(MONDAY + 12 * DAY);
  });

  it('waits in real time elsewhere, and not for ever', async () => {
    let looks = 0;
    gateway.read = (_path, query) => ({
      items:
        query.get('status') === 'awaiting-supplement' && ++looks < 3 ? [{ dossierNumber: numbers()[0] }] : [],
    });
    expect((await runHttp(optionsFor(gateway.url), sourceOf(dossiers(1)), hooks)).atRest).toBe(true);
    expect(looks).toBeGreaterThanOrEqual(4);
    gateway.read = () => ({ items: [{ dossierNumber: numbers()[0] }] });
    const again = runHttp(optionsFor(gateway.url, { waitMs: 300 }), sourceOf(dossiers(1)), hooks);
    expect(await again).toMatchObject({ atRest: false, stopped: false });
  });

  it('can be stopped', async () => {
    gateway.read = () => {
      hooks.stop();
      return { items: [{ dossierNumber: numbers()[0] }] };
    };
    const result = await runHttp(optionsFor(gateway.url), sourceOf(dossiers(1)), hooks);
    expect(result).toMatchObject({ atRest: false, stopped: true });
  });
});

describe('reading back', () => {
  const view: CaseView = {
    dossierNumber: 'G-1',
    procedureGroup: 'birth',
    status: 'completed',
    nationalStatus: { code: 10, label: 'x' },
    linkedStatus: { code: 5, label: 'x' },
    policy: 'nd63',
    submittedAt: MONDAY,
    acceptedAt: MONDAY + 1,
    appointment: MONDAY + DAY,
    finishedAt: MONDAY + HOUR,
    overdue: false,
    procedures: [
      {
        procedure: 'birth-registration',
        agency: 'civil-registry',
        office: '00004',
        status: 'completed',
        startedAt: MONDAY,
        dueAt: MONDAY + 8 * HOUR,
        finishedAt: MONDAY + HOUR,
        onTime: true,
      },
      { procedure: 'permanent-residence', agency: 'residency', office: '00004', status: 'not-started' },
    ],
    allowedActions: ['correct'],
    promises: [],
    supplements: [{ agency: 'residency', until: MONDAY + 3 * DAY }],
  };
  const time: ProcessingTime = {
    total: {
      calendarMs: HOUR,
      workingMs: HOUR,
      netWorkingMs: HOUR,
      applicantWorkingMs: 0,
      limitWorkingDays: 3,
      pausedMs: 0,
      onTime: true,
    },
    segments: [
      {
        procedure: 'birth-registration',
        agency: 'civil-registry',
        kind: 'agency',
        from: MONDAY,
        to: MONDAY + HOUR,
        calendarMs: HOUR,
      },
    ],
  };
  /** As the gateway writes it: every instant as text. */
  const written = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value, (_name, part: unknown) =>
        typeof part === 'number' && part >= MONDAY ? toVietnamIso(part) : part,
      ),
    );

  async function back(count: number, faults = new FaultLog()): Promise<readonly Outcome[]> {
    const outcomes: Outcome[] = [];
    const numberOf = (key: string): string | undefined => (key === 'k3' ? undefined : `G-${key.slice(1)}`);
    const { signal } = hooks;
    for await (const outcome of readBack(optionsFor(gateway.url), sourceOf(dossiers(count)), numberOf, {
      signal,
      faults,
    }))
      outcomes.push(outcome);
    return outcomes;
  }

  it('gives views and times as they were, in the order of the source, without what was never acknowledged', async () => {
    gateway.read = (path) =>
      written(path.endsWith('processing-time') ? time : { ...view, dossierNumber: path });
    const outcomes = await back(80);
    const [first] = outcomes;
    expect(first).toEqual({ ...dossiers(1)[0], dossierNumber: 'G-1', view, time });
    const expected = dossiers(80).filter(({ idempotencyKey }) => idempotencyKey !== 'k3');
    expect(outcomes.map(({ idempotencyKey }) => idempotencyKey)).toEqual(
      expected.map(({ idempotencyKey }) => idempotencyKey),
    );
    expect(outcomes.map(({ view: read }) => read.dossierNumber)).toEqual(
      outcomes.map(({ dossierNumber }) => dossierNumber),
    );
  });

  it('reports what is lost or cannot be understood, and goes on', async () => {
    gateway.read = (path) => {
      if (path.endsWith('processing-time'))
        return written(path.startsWith('G-6') ? { ...time, total: 7 } : time);
      if (path === 'G-2') return undefined;
      if (path === 'G-4') return written({ ...view, status: 'lost in the post' });
      if (path === 'G-8') return written({ ...view, dossierNumber: 'G-7' });
      const own = { ...view, dossierNumber: path };
      return written(path === 'G-5' ? { ...own, submittedAt: 'yesterday' } : own);
    };
    const faults = new FaultLog();
    expect((await back(8, faults)).map(({ dossierNumber }) => dossierNumber)).toEqual(['G-1', 'G-7']);
    expect(faults.first).toEqual(
      [
        ['G-2', 'the target acknowledged it, and answers 404 dossier-not-found'],
        ['G-4', 'status is not a status of a case'],
        ['G-5', 'submittedAt is not an instant'],
        ['G-6', 'total is not an object'],
        ['G-8', 'the target answers with another dossier'],
      ].map(([dossierNumber, why]) => ({
        kind: 'lost',
        dossierNumber,
        message: `cannot be read back: ${why}`,
      })),
    );
  });

  it('looks again at a case whose last message was still on its way', async () => {
    let looks = 0;
    gateway.read = (path) => {
      if (path.endsWith('processing-time')) return written(time);
      return written({ ...view, status: ++looks < 3 ? 'in-progress' : 'refused' });
    };
    expect((await back(1)).map(({ view: { status } }) => status)).toEqual(['refused']);
  });

  it('ends when it is stopped', async () => {
    gateway.read = (path) => {
      if (path === 'G-10') hooks.stop();
      return written(path.endsWith('processing-time') ? time : { ...view, dossierNumber: path });
    };
    expect((await back(500)).length).toBeLessThan(200);
  });
});

describe('inOrder', () => {
  async function* upTo(count: number): AsyncGenerator<number> {
    for (let i = 0; i < count; i++) yield i;
  }

  it('works so many at most at a time and keeps the order', async () => {
    let underWay = 0;
    let most = 0;
    const results: number[] = [];
    const work = async (i: number): Promise<number> => {
      most = Math.max(most, ++underWay);
      for (let turns = (i * 7) % 5; turns >= 0; turns--) await new Promise(setImmediate);
      underWay--;
      return i;
    };
    for await (const result of inOrder(upTo(50), 4, work)) results.push(result);
    expect(results).toEqual(Array.from({ length: 50 }, (_, i) => i));
    expect(most).toBe(4);
  });

  it('throws what an item threw', async () => {
    const all = inOrder(upTo(9), 4, async (i) => {
      if (i === 2) throw new Error('two');
      return i;
    });
    const results: number[] = [];
    await expect(
      (async () => {
        for await (const result of all) results.push(result);
      })(),
    ).rejects.toThrow('two');
    expect(results).toEqual([0, 1]);
  });
});
