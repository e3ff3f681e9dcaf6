import { type AdaptiveOptions } from './adaptive/adaptive-options';
import { type Knee, type KneeStep } from './adaptive/knee';
import { findKnee } from './find-knee';
import { type HttpRun } from './http-hooks';
import { FakeGateway } from './test-support/fake-gateway';
import { dossiers, optionsFor, RecordingHooks, sourceOf } from './test-support/runs';

jest.setTimeout(120_000);

let gateway: FakeGateway;
let hooks: RecordingHooks;

beforeEach(async () => {
  gateway = await FakeGateway.start();
  gateway.read = () => ({ items: [] });
  hooks = new RecordingHooks();
});
afterEach(async () => {
  await gateway.stop();
  hooks.remove();
});

/** What bends here does so far beyond its bound. How long answers take is no matter here: a busy machine decides that. */
const ADAPTIVE: AdaptiveOptions = {
  startRate: 20,
  mostRate: 1_000,
  factor: 4,
  stepMs: 3_000,
  settleMs: 500,
  bisections: 0,
  bounds: { p99Ms: 60_000, refusedShare: 0.05, backlogPerDossier: 2, lateShare: 1 },
};

function find(
  changes: Partial<AdaptiveOptions> = {},
  count = 5_000,
  onStep: (step: KneeStep) => void = () => undefined,
): Promise<HttpRun & { readonly knee: Knee }> {
  const adaptive = { ...ADAPTIVE, ...changes };
  const options = { ...optionsFor(gateway.url, { inFlight: 2_000, watchMetrics: true }), adaptive };
  return findKnee(options, sourceOf(dossiers(count)), Object.assign(hooks, { onStep }));
}

describe('findKnee', () => {
  it('finds where a target falls behind though it still answers', async () => {
    const PER_MS = 0.16;
    let backlog = 0;
    let at = performance.now();
    gateway.mishap = () => {
      backlog += 10;
      return undefined;
    };
    gateway.read = (path) => {
      const now = performance.now();
      backlog = Math.max(0, backlog - (now - at) * PER_MS);
      at = now;
      return path === '/metrics' ? `lienthong_bus_backlog_messages ${backlog}` : { items: [] };
    };
    const { knee } = await find({ startRate: 2 });
    // 160 messages a second are 16 dossiers.
    expect(knee).toMatchObject({ sustainedRate: 8, bentFirst: 'backlog', end: 'bent' });
  });

  it('says when nothing bent', async () => {
    const { knee } = await find({ stepMs: 400, settleMs: 100, mostRate: 80 });
    expect(knee).toMatchObject({ sustainedRate: 80, end: 'most-rate' });
    expect(knee.bentFirst).toBeUndefined();
  });

  it('says when the dossiers ran out', async () => {
    const { knee } = await find({ stepMs: 400, settleMs: 100 }, 12);
    expect(knee).toMatchObject({ sustainedRate: 20, end: 'source-ended' });
  });

  it('says when it was stopped', async () => {
    const stopped = await find({ stepMs: 400, settleMs: 100 }, 5_000, () => hooks.stop());
    expect(stopped).toMatchObject({ stopped: true, knee: { end: 'stopped' } });
    expect(stopped.knee.steps).toHaveLength(1);
  });
});
