import { startTestingGateway, type TestingGateway } from '../../apps/gateway/test-support/testing-app';
import { birthWith } from './bodies';
import { BAD_BATCHES, BAD_INPUTS } from './cases';
import { runBadInput } from './run-bad-input';

describe('bad input', () => {
  let gateway: TestingGateway;

  beforeAll(async () => {
    gateway = await startTestingGateway();
  });
  afterAll(() => gateway.app.close());

  it('has enough of it, each under a name of its own', () => {
    const names = [...BAD_INPUTS, ...BAD_BATCHES].map(({ name }) => name);
    expect(names.length).toBeGreaterThanOrEqual(150);
    expect(new Set(names).size).toBe(names.length);
  });

  it('is refused exactly as the table says, and nothing of it is kept', async () => {
    expect(await runBadInput(gateway.url)).toEqual([]);
    expect(gateway.engines.published).toEqual([]);
    expect(gateway.engines.states.size).toBe(0);
  }, 60_000);

  it('leaves no personal data in the metrics, and the server alive', async () => {
    const metrics = await gateway.metrics.metrics();
    expect(metrics).toContain('lienthong_http_requests_total');
    expect(metrics).not.toMatch(/5\d\d"/);
    expect(metrics).not.toContain('G22.99.08');
    const answer = await fetch(`${gateway.url}/v1/dossiers`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'after all that' },
      body: birthWith(),
    });
    expect(answer.status).toBe(202);
  });
});
