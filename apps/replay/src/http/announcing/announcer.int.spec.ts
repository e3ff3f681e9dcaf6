import { setTimeout as sleep } from 'node:timers/promises';
import { GatewayClient, NoAnswer } from '../client/gateway-client';
import { runHttp } from '../run-http';
import { FakeGateway } from '../test-support/fake-gateway';
import { dossiers, optionsFor, RecordingHooks, sourceOf } from '../test-support/runs';
import { Announcer, type RunFigures } from './announcer';

describe('what a run tells its target of itself', () => {
  let gateway: FakeGateway;
  let client: GatewayClient;
  let figures: RunFigures;

  beforeEach(async () => {
    gateway = await FakeGateway.start();
    client = new GatewayClient({ target: gateway.url, apiKey: undefined, connections: 2, timeoutMs: 1_000 });
    figures = { phase: 'filing', sent: 0, answered: 0, refused: 0 };
  });
  afterEach(async () => {
    await client.close();
    await gateway.stop();
  });

  const announce = (target = client): Announcer =>
    new Announcer(target, { run: 'tet', dossiers: 10, figures: () => figures, everyMs: 20 });

  const told = async (times: number): Promise<void> => {
    while (gateway.notices.length < times) await sleep(5);
  };

  it('comes at once, time and again, and at the end', async () => {
    const announcer = announce();
    await told(3);
    figures = { phase: 'finishing', sent: 10, answered: 9, refused: 2 };
    await announcer.stop();
    const [first] = gateway.notices;
    const last = gateway.notices.at(-1);
    expect(first).toEqual({
      run: 'tet',
      dossiers: 10,
      phase: 'filing',
      sent: 0,
      answered: 0,
      refused: 0,
      ratePerSecond: 0,
      startedAt: expect.stringMatching(/\+07:00$/) as string,
      ended: false,
    });
    expect(last).toMatchObject({ ...figures, startedAt: first?.startedAt, ended: true });
    expect(last?.ratePerSecond).toBeGreaterThan(0);
    expect(gateway.notices.filter(({ ended }) => ended)).toHaveLength(1);
  });

  it.each([404, 401, 403, 400])('is said once to a target that answers %d', async (status) => {
    gateway.noticeStatus = status;
    const announcer = announce();
    // It gives up by itself: nobody stops it.
    await announcer['telling'];
    expect(gateway.notices).toHaveLength(1);
  });

  it('is said again where something was wrong for a moment', async () => {
    gateway.noticeStatus = 503;
    const announcer = announce();
    await told(2);
    gateway.noticeStatus = 204;
    await announcer.stop();
    expect(gateway.notices.at(-1)?.ended).toBe(true);
  });

  it('does not trouble a run whose target has gone', async () => {
    const gone = new GatewayClient({
      target: 'http://127.0.0.1:9',
      apiKey: undefined,
      connections: 1,
      timeoutMs: 1_000,
    });
    const tried = jest.spyOn(gone, 'put');
    const announcer = announce(gone);
    await expect(tried.mock.results[0]?.value).rejects.toBeInstanceOf(NoAnswer);
    await expect(announcer.stop()).resolves.toBeUndefined();
    await gone.close();
  });

  it('goes along with every run', async () => {
    gateway.read = (path) => (path === '' ? { items: [] } : undefined);
    const hooks = Object.assign(new RecordingHooks(), { dossiers: 5 });
    await runHttp(optionsFor(gateway.url), sourceOf(dossiers(5)), hooks);
    expect(gateway.notices.at(-1)).toMatchObject({
      run: hooks.directory.split('/').at(-1),
      dossiers: 5,
      sent: 5,
      answered: 5,
      phase: 'finishing',
      ended: true,
    });
    hooks.remove();
  });
});
