import { toVietnamIso } from '@lienthong/platform';
import { deathDossier } from '../../../gateway/test-support/dossiers';
import { type ReplayDossier } from '../replay-dossier';
import { UnsuitableTarget } from './client/unsuitable-target';
import { type HttpRun } from './http-hooks';
import { type HttpOptions } from './options/http-options';
import { runHttp } from './run-http';
import { FakeGateway } from './test-support/fake-gateway';
import { dossiers, MONDAY, optionsFor, RecordingHooks, sourceOf } from './test-support/runs';

jest.setTimeout(60_000);

let gateway: FakeGateway;
let hooks: RecordingHooks;

beforeEach(async () => {
  gateway = await FakeGateway.start();
  gateway.read = (path) => (path === '' ? { items: [] } : undefined);
  hooks = new RecordingHooks();
});
afterEach(async () => {
  await gateway.stop();
  hooks.remove();
});

const run = (all: readonly ReplayDossier[], changes: Partial<HttpOptions> = {}): Promise<HttpRun> =>
  runHttp(optionsFor(gateway.url, changes), sourceOf(all), hooks);

const dateOf = (body: string): number =>
  Date.parse((JSON.parse(body) as { readonly submittedAt: string }).submittedAt);

const early = { code: 'validation-failed', errors: [{ pointer: '/submittedAt', code: 'in-the-future' }] };

describe('dated dossiers', () => {
  it('find a virtual clock that has come to their date, and no further', async () => {
    gateway.virtualNow = MONDAY;
    const clocks: number[] = [];
    gateway.mishap = ({ body }) => {
      clocks.push((gateway.virtualNow ?? 0) - dateOf(body));
      return undefined;
    };
    await run(dossiers(5), { dated: true });
    expect(clocks).toEqual([0, 0, 0, 0, 0]);
    expect(gateway.advances.slice(0, 4)).toEqual([1, 2, 3, 4].map((i) => MONDAY + i * 60_000));
  });

  it('do not move a virtual clock before the dossiers that came earlier are in', async () => {
    gateway.virtualNow = MONDAY;
    gateway.mishap = async ({ key, body }) => {
      if (key === 'k1') await new Promise((resolve) => setTimeout(resolve, 50));
      expect(gateway.virtualNow).toBe(dateOf(body));
      return undefined;
    };
    expect((await run(dossiers(3), { dated: true })).counts.acknowledged).toBe(3);
  });

  it('wait for a clock that runs by itself', async () => {
    let now = MONDAY;
    gateway.mishap = ({ body }) => {
      now += 20_000;
      return dateOf(body) > now ? { status: 400, body: early } : undefined;
    };
    const { counts } = await run(dossiers(3), { dated: true, inFlight: 1 });
    expect(counts).toMatchObject({ acknowledged: 3, refused429: 0, repeatedAfterServerError: 0 });
    expect(gateway.arrivals.length).toBeGreaterThan(3);
  });

  it('are nothing for system time', async () => {
    const errors = [{ pointer: '/submittedAt', code: 'simulation-clock-only' }];
    gateway.mishap = () => ({ status: 400, body: { code: 'validation-failed', errors } });
    await expect(run(dossiers(3), { dated: true })).rejects.toThrow(UnsuitableTarget);
  });

  it('end the run when the clock cannot be moved any more', async () => {
    gateway.virtualNow = MONDAY;
    gateway.mishap = () => {
      gateway.virtualNow = undefined;
      return undefined;
    };
    await expect(run(dossiers(3), { dated: true })).rejects.toThrow(
      /^the virtual clock of the target cannot be moved: 409 virtual-clock-only$/,
    );
    expect(gateway.taken.size).toBe(1);
  });
});

describe('a child that died', () => {
  const birth = dossiers(1)[0]!;
  const death: ReplayDossier = {
    submittedAt: MONDAY,
    idempotencyKey: 'death',
    dossier: deathDossier(),
    birth: { idempotencyKey: birth.idempotencyKey },
  };
  const view = (path: string): unknown =>
    path === gateway.taken.get(birth.idempotencyKey)?.number
      ? {
          dossierNumber: path,
          status: 'completed',
          submittedAt: toVietnamIso(MONDAY),
          appointment: toVietnamIso(MONDAY),
          procedures: [
            {
              procedure: 'birth-registration',
              agency: 'civil-registry',
              result: { personalId: '001226000123' },
            },
          ],
        }
      : undefined;
  const deceased = (): unknown =>
    (
      JSON.parse(gateway.taken.get('death')?.body ?? '') as {
        readonly deceased: { readonly personalId: string };
      }
    ).deceased.personalId;

  it('is named by the number that its birth gave it', async () => {
    gateway.read = (path) => (path === '' ? { items: [] } : view(path));
    // One after another: the birth must be there when the death is filed.
    await run([birth, death], { schedule: { kind: 'constant', perSecond: 5 } });
    expect(deceased()).toBe('001226000123');
  });

  it('keeps the number of the form where the birth does not tell one', async () => {
    await run([birth, death], { schedule: { kind: 'constant', perSecond: 5 }, tries: 1 });
    expect(deceased()).toBe(deathDossier().deceased.personalId);
  });

  it('is found again when an earlier leg sent it before its birth had ended', async () => {
    gateway.taken.set('death', { number: 'G-early', body: JSON.stringify(deathDossier()) });
    gateway.read = (path) => (path === '' ? { items: [] } : view(path));
    const { numberOf } = await run([birth, death], { schedule: { kind: 'constant', perSecond: 5 } });
    expect(numberOf('death')).toBe('G-early');
    expect(hooks.faults.total).toBe(0);
  });
});

describe('what is watched', () => {
  it('is a sample of the dossiers until each can be read and has a case', async () => {
    const looks = new Map<string, number>();
    const number = /^G22/;
    gateway.read = (path) => {
      if (!number.test(path)) return { items: [] };
      const look = (looks.get(path) ?? 0) + 1;
      looks.set(path, look);
      if (look === 1) return undefined;
      return look < 4
        ? { status: 'submitted' }
        : { status: 'in-progress', acceptedAt: toVietnamIso(MONDAY + 7) };
    };
    const { followed } = await run(dossiers(100), { followOneIn: 10 });
    expect(followed.dossiers).toBeGreaterThan(1);
    expect(followed).toEqual({ dossiers: looks.size, givenUp: 0 });
    expect(new Set(looks.values())).toEqual(new Set([4]));
    expect(hooks.latencies.visible.count).toBe(looks.size);
    expect(hooks.latencies.accepted.count).toBe(looks.size);
    // The second look comes 2 ms after the first, the fourth 12 ms later at least.
    expect(hooks.latencies.accepted.percentile(1)).toBeGreaterThanOrEqual(14);
    expect(hooks.samples.at(-1)?.simulatedAt).toBe(MONDAY + 7);
  });

  it('is what the target tells of itself', async () => {
    let finished = 40;
    gateway.read = (path) =>
      path === '/metrics'
        ? [
            '# HELP lienthong_bus_lag_messages x',
            'lienthong_bus_lag_messages{group="gateway",topic="case.events"} 3',
            'lienthong_bus_lag_messages{group="orchestrator",topic="dossier.events"} 4',
            'process_resident_memory_bytes 1.5e+08',
            'process_cpu_seconds_total 12.5 1700000000000',
            `lienthong_cases_finished_total{status="completed"} ${(finished += 5)}`,
            'lienthong_cases_finished_total{status="refused"} Nan',
          ].join('\n')
        : { items: [] };
    await run(dossiers(3), {
      watchMetrics: true,
      sampleEveryMs: 100,
      schedule: { kind: 'constant', perSecond: 5 },
    });
    expect(hooks.samples.length).toBeGreaterThan(2);
    const last = hooks.samples.at(-1);
    expect(last).toMatchObject({ backlog: 7, rssBytes: 150_000_000, cpuMs: 12_500, filed: 3 });
    expect(last?.ended).toBe(5 * (hooks.samples.length - 1));
    expect(hooks.phases).toEqual(['filing', 'finishing']);
  });
});
