import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { type ReplayDossier } from '../replay-dossier';
import { UnsuitableTarget } from './client/unsuitable-target';
import { type HttpRun } from './http-hooks';
import { type HttpOptions } from './options/http-options';
import { runHttp } from './run-http';
import { FakeGateway } from './test-support/fake-gateway';
import { dossiers, optionsFor, RecordingHooks, sourceOf } from './test-support/runs';

jest.setTimeout(60_000);

let gateway: FakeGateway;
let hooks: RecordingHooks;

beforeEach(async () => {
  gateway = await FakeGateway.start();
  // Everything has come to rest at once.
  gateway.read = (path) => (path === '' ? { items: [] } : undefined);
  hooks = new RecordingHooks();
});
afterEach(async () => {
  await gateway.stop();
  hooks.remove();
});

const run = (all: readonly ReplayDossier[], changes: Partial<HttpOptions> = {}): Promise<HttpRun> =>
  runHttp(optionsFor(gateway.url, changes), sourceOf(all), hooks);

const requestsOf = (key: string): readonly number[] =>
  gateway.arrivals.filter((arrival) => arrival.key === key).map(({ at }) => at);

/** Resolves once called so many times: answers nobody before all are there. */
function gate(size: number): () => Promise<undefined> {
  let open: () => void;
  const opened = new Promise<void>((resolve) => (open = resolve));
  let came = 0;
  return async () => {
    if (++came === size) open();
    await opened;
    return undefined;
  };
}

describe('arrivals', () => {
  it('do not wait for answers: nobody is answered before the last one has come', async () => {
    gateway.mishap = gate(60);
    const { counts } = await run(dossiers(60), { schedule: { kind: 'constant', perSecond: 200 } });
    expect(counts).toMatchObject({ offered: 60, acknowledged: 60 });
    // The first one has waited for the other 59, 5 ms apart.
    expect(hooks.latencies.answer.summary().maxMs).toBeGreaterThanOrEqual(295);
  });

  it('that the client cannot send in time are sent late and measured from when they were meant', async () => {
    gateway.mishap = () => new Promise((resolve) => setTimeout(() => resolve(undefined), 20));
    const { counts, blockedMs } = await run(dossiers(20), {
      inFlight: 1,
      schedule: { kind: 'constant', perSecond: 1_000 },
    });
    expect(counts.acknowledged).toBe(20);
    // One after another they take 20 × 20 ms at least; the last was meant for the 19th ms.
    expect(hooks.latencies.answer.summary().maxMs).toBeGreaterThan(350);
    expect(hooks.latencies.lateness.summary().maxMs).toBeGreaterThan(330);
    expect(hooks.latencies.service.percentile(50)).toBeLessThan(hooks.latencies.answer.percentile(50));
    expect(counts.late).toBeGreaterThanOrEqual(18);
    expect(blockedMs).toBeGreaterThan(300);
  });

  it('follow the filing times of the dossiers where they are asked to', async () => {
    const begin = performance.now();
    await run(dossiers(4), { schedule: { kind: 'profile', speed: 600 } });
    gateway.arrivals.forEach(({ at }, i) => expect(at - begin).toBeGreaterThanOrEqual(i * 100));
  });
});

describe('back-pressure', () => {
  it.each([429, 503] as const)('by %d is honoured, and reported', async (status) => {
    gateway.mishap = ({ key, attempt }) =>
      key === 'k2' && attempt <= 2 ? { status, headers: { 'retry-after': '1' } } : undefined;
    const { counts } = await run(dossiers(3));
    const [first = 0, second = 0, third = 0] = requestsOf('k2');
    expect([second - first, third - second].every((gap) => gap >= 1_000)).toBe(true);
    expect(counts).toMatchObject({
      acknowledged: 3,
      refused429: status === 429 ? 2 : 0,
      refused503: status === 503 ? 2 : 0,
      refusedDossiers: 1,
      repeatedAfterServerError: 0,
    });
    expect(counts.refusedWaitMs).toBeGreaterThanOrEqual(2_000);
    expect(hooks.samples.at(-1)).toMatchObject({ filed: 3, refused: 2 });
    expect(hooks.faults.total).toBe(0);
  });

  it('that lasts too long leaves the dossier unanswered', async () => {
    gateway.mishap = () => ({ status: 429, headers: { 'retry-after': '60' } });
    const { counts } = await run(dossiers(1), { giveUpMs: 5_000 });
    expect(counts).toMatchObject({ unanswered: 1, refused429: 1, refusedWaitMs: 0 });
    expect(hooks.faults.first).toEqual([
      {
        kind: 'unanswered',
        message: 'dossier 1 of the source was not acknowledged: given up after 1 sending, last: 429',
      },
    ]);
  });
});

describe('a target in trouble', () => {
  it('is sent the same key again until it answers, and takes each dossier once', async () => {
    gateway.mishap = ({ key, attempt }) => {
      if (attempt > 2) return undefined;
      if (key === 'k1') return { drop: 'before' };
      if (key === 'k2') return { drop: 'after' };
      if (key === 'k3') return { status: 500 };
      if (key === 'k4') return { status: 503 };
      return key === 'k5' ? { status: 202, body: '{"dossierNumber":' } : undefined;
    };
    const { counts, numberOf } = await run(dossiers(6));
    expect(gateway.taken.size).toBe(6);
    for (const [key, { number }] of gateway.taken) expect(numberOf(key)).toBe(number);
    expect(counts).toMatchObject({
      acknowledged: 6,
      repeatedAfterNoAnswer: 4,
      repeatedAfterServerError: 6,
      refused503: 0,
    });
    expect(hooks.faults.total).toBe(0);
  });

  it('that never answers is given up, dossier by dossier', async () => {
    gateway.mishap = ({ key }) => (key === 'k2' ? { drop: 'before' } : undefined);
    const { counts } = await run(dossiers(3), { tries: 3 });
    expect(requestsOf('k2')).toHaveLength(3);
    expect(counts).toMatchObject({ acknowledged: 2, unanswered: 1 });
    expect(hooks.faults.first[0]?.message).toMatch(
      /^dossier 2 of the source was not acknowledged: given up after 3 sendings, last: \w+$/,
    );
  });

  it('rejects a dossier with a code and a pointer', async () => {
    const body = { code: 'validation-failed', errors: [{ pointer: '/child/sex', code: 'required' }] };
    gateway.mishap = ({ key }) => (key === 'k3' ? { status: 400, body } : undefined);
    const { counts } = await run(dossiers(3));
    expect(counts).toMatchObject({ acknowledged: 2, rejected: 1 });
    expect(requestsOf('k3')).toHaveLength(1);
    expect(hooks.faults.first.map(({ message }) => message)).toEqual([
      'dossier 3 of the source was rejected: 400 validation-failed (/child/sex required)',
    ]);
  });

  it('gives out a number twice', async () => {
    const body = { dossierNumber: 'G22.99.08-20261116-0000001' };
    gateway.mishap = ({ key }) => (key === 'k2' ? { status: 202, body } : undefined);
    await run(dossiers(3));
    expect(hooks.faults.first).toEqual([
      {
        kind: 'duplicate',
        dossierNumber: body.dossierNumber,
        message: expect.stringMatching(/^dossier [12] of the source was given a number /) as unknown,
      },
    ]);
  });

  it.each([
    [401, /API key/],
    [404, /no gateway/],
  ])('that takes nobody (%d) ends the run', async (status, message) => {
    gateway.mishap = () => ({ status });
    await expect(run(dossiers(50))).rejects.toThrow(UnsuitableTarget);
    hooks.again();
    await expect(run(dossiers(50))).rejects.toThrow(message);
  });

  it('that is not there ends the run before it begins', async () => {
    const { url } = gateway;
    await gateway.stop();
    await expect(runHttp(optionsFor(url), sourceOf(dossiers(1)), hooks)).rejects.toThrow(
      /^nobody answers at --target \(ECONNREFUSED\): /,
    );
    gateway = await FakeGateway.start();
  });
});

describe('a stopped run', () => {
  const journal = (): readonly string[] => readFileSync(hooks.journalFile, 'utf8').trimEnd().split('\n');

  it('goes on with what was not acknowledged, whatever tore its journal', async () => {
    gateway.mishap = async (arrival) => {
      if (gateway.arrivals.length === 30) hooks.stop();
      // Stopped while it waits to be sent again: the next leg's.
      return arrival.key === 'k5' && arrival.attempt === 1
        ? { status: 429, headers: { 'retry-after': '10' } }
        : undefined;
    };
    const first = await run(dossiers(300), { schedule: { kind: 'constant', perSecond: 200 } });
    expect(first).toMatchObject({ stopped: true, acknowledgedBefore: 0 });
    expect(first.counts.left).toBe(1);
    const done = journal();
    expect(done).toHaveLength(first.counts.acknowledged);
    expect(done.length).toBeLessThan(300);

    appendFileSync(hooks.journalFile, '{"key":"k99","dossierNu');
    const second = await runHttp(optionsFor(gateway.url), sourceOf(dossiers(300)), hooks.again());
    expect(second).toMatchObject({ stopped: false, atRest: true, acknowledgedBefore: done.length });
    expect(second.counts.acknowledged).toBe(300 - done.length);
    expect(journal()).toHaveLength(300);
    expect(gateway.taken.size).toBe(300);
    for (const [key, { number }] of gateway.taken) expect(second.numberOf(key)).toBe(number);
    expect(gateway.arrivals.filter(({ key }) => key !== 'k5')).toHaveLength(299);
  });

  it('gets the same numbers for what was acknowledged but not written down', async () => {
    const before = await run(dossiers(10));
    const kept = journal().slice(0, 6);
    const lost = journal()[6];
    const file = `${kept.join('\n')}\n${lost?.slice(0, 20)}`;
    writeFileSync(hooks.journalFile, file);
    const after = await run(dossiers(10));
    expect(after.acknowledgedBefore).toBe(6);
    expect(gateway.taken.size).toBe(10);
    for (const { idempotencyKey } of dossiers(10))
      expect(after.numberOf(idempotencyKey)).toBe(before.numberOf(idempotencyKey));
    expect(hooks.faults.total).toBe(0);
  });
});
