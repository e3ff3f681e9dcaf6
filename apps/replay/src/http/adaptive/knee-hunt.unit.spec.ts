import { setImmediate as realTurn } from 'node:timers/promises';
import { type GatewayAnswer } from '../client/gateway-client';
import { Halt } from '../sending/halt';
import { Observers } from '../sending/observers';
import { OpenLoop } from '../sending/open-loop';
import { Slots } from '../sending/slots';
import { Upcoming } from '../sending/upcoming';
import { BodyMaker } from '../submitting/submission-body';
import { Submitter } from '../submitting/submitter';
import { dossiers, sourceOf } from '../test-support/runs';
import { type AdaptiveOptions } from './adaptive-options';
import { type Knee } from './knee';
import { KneeHunt } from './knee-hunt';

const ADAPTIVE: AdaptiveOptions = {
  startRate: 20,
  mostRate: 1_000,
  factor: 2,
  stepMs: 15_000,
  settleMs: 5_000,
  bisections: 4,
  bounds: { p99Ms: 300, refusedShare: 0.02, backlogPerDossier: 0.5, lateShare: 0.05 },
};

const SOURCE = dossiers(50_000);
const ACKNOWLEDGED: GatewayAnswer = { status: 202, headers: {}, text: '{"dossierNumber":"G"}' };

beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask'] });
});
afterEach(() => jest.useRealTimers());

/** The real sending and measuring, in a time that the test lets pass: the machine under it does not count. */
async function hunt(
  post: () => Promise<GatewayAnswer>,
  changes: Partial<AdaptiveOptions> = {},
): Promise<Knee> {
  const halt = new Halt(new AbortController().signal);
  const observers = new Observers();
  const wire = new Slots(2_000);
  const options = { seed: 1, tries: 5, giveUpMs: 600_000 };
  const loop = new OpenLoop({
    submitter: new Submitter({ post }, options, wire, halt, observers),
    wire,
    halt,
    observer: observers,
    bodies: new BodyMaker(false, async () => undefined),
    reach: async () => undefined,
  });
  const upcoming = new Upcoming(sourceOf(SOURCE), () => false);
  const ground = {
    send: loop.run.bind(loop, upcoming),
    settled: () => halt.orStopped(loop.settled()),
    observers,
    halt,
    watch: { look: async () => ({}) },
  };
  const adaptive = { ...ADAPTIVE, ...changes };
  const hunting = new KneeHunt(ground, { spacing: 'even', seed: 1, adaptive }).run();
  let knee: Knee | undefined;
  void hunting.then((found) => (knee = found));
  while (!knee) {
    await jest.advanceTimersByTimeAsync(5);
    await realTurn();
  }
  return knee;
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** One desk that takes `ms` for each: beyond 1,000 / `ms` a second a queue grows. */
function desk(ms: number): () => Promise<GatewayAnswer> {
  let free = 0;
  return async () => {
    free = Math.max(free, performance.now()) + ms;
    await wait(free - performance.now());
    return ACKNOWLEDGED;
  };
}

describe('KneeHunt', () => {
  it('finds the knee near the rate where the answers begin to queue', async () => {
    const knee = await hunt(desk(8));
    expect(knee).toMatchObject({ end: 'bent', bentFirst: 'latency' });
    expect(knee.steps.map(({ offeredRate }) => offeredRate)).toEqual([20, 40, 80, 160, 120, 140, 130, 125]);
    // 125 a second; at 130 the queue has not grown to 300 ms before the end of a step.
    expect(knee.sustainedRate).toBeGreaterThanOrEqual(120);
    expect(knee.sustainedRate).toBeLessThanOrEqual(130);
    const [first, , , bent] = knee.steps;
    expect(first).toMatchObject({ dossiers: 200, refusedShare: 0, failedShare: 0, bends: [] });
    expect(first?.acknowledgedRate).toBeCloseTo(20, 0);
    expect(first?.p99Ms).toBeLessThan(15);
    expect(bent?.acknowledgedRate).toBeCloseTo(125, 0);
    expect(bent?.p99Ms).toBeGreaterThan(3_000);
  }, 60_000);

  it('finds where dossiers are turned away', async () => {
    let tokens = 0;
    let at = 0;
    const knee = await hunt(
      async () => {
        tokens = Math.min(10, tokens + (performance.now() - at) * 0.1);
        at = performance.now();
        await wait(5);
        if (tokens < 1) return { status: 429, headers: { 'retry-after': '1' }, text: '' };
        tokens--;
        return ACKNOWLEDGED;
      },
      { bisections: 2 },
    );
    expect(knee).toMatchObject({ end: 'bent', bentFirst: 'refusals' });
    expect(knee.sustainedRate).toBeGreaterThanOrEqual(80);
    expect(knee.sustainedRate).toBeLessThanOrEqual(100);
  }, 60_000);

  it('measures answers that have not come at the end of a step by how long they wait', async () => {
    let sent = 0;
    const knee = await hunt(
      async () => {
        if (++sent > 300) await wait(60_000);
        return ACKNOWLEDGED;
      },
      { bisections: 0 },
    );
    expect(knee).toMatchObject({ end: 'bent', bentFirst: 'latency' });
    expect(knee.steps.at(-1)?.p99Ms).toBeGreaterThan(2_000);
  }, 60_000);
});
