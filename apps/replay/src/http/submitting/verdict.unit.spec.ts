import { birthDossier, deathDossier } from '../../../../gateway/test-support/dossiers';
import { type GatewayAnswer } from '../client/gateway-client';
import { retryAfterMs } from './retry-after';
import { RetryPolicy } from './retry-policy';
import { BodyMaker } from './submission-body';
import { judge } from './verdict';

const NOW = Date.parse('2026-11-16T08:00:00Z');

const answer = (
  status: number,
  body: unknown = {},
  headers: GatewayAnswer['headers'] = {},
): GatewayAnswer => ({
  status,
  headers,
  text: typeof body === 'string' ? body : JSON.stringify(body),
});

const invalid = (...errors: readonly { pointer: string; code: string }[]): GatewayAnswer =>
  answer(400, { code: 'validation-failed', errors });

describe('judge', () => {
  it('takes a 202 with a number for an acknowledgement, and no other', () => {
    expect(judge(answer(202, { dossierNumber: 'G1' }), NOW)).toEqual({
      kind: 'acknowledged',
      dossierNumber: 'G1',
    });
    for (const body of [{}, { dossierNumber: 7 }, '[]', 'null', '{"dossierNumber":"G1"', ''])
      expect(judge(answer(202, body), NOW).kind).toBe('try-again');
  });

  it('honours Retry-After in seconds and as a date', () => {
    const later = (status: number, retryAfter?: string): unknown =>
      judge(answer(status, {}, { 'retry-after': retryAfter }), NOW);
    expect(later(429, '3')).toEqual({ kind: 'come-later', status: 429, waitMs: 3_000 });
    expect(later(503, 'Mon, 16 Nov 2026 08:00:05 GMT')).toEqual({
      kind: 'come-later',
      status: 503,
      waitMs: 5_000,
    });
    expect(later(429)).toEqual({ kind: 'come-later', status: 429, waitMs: undefined });
    expect(later(503)).toMatchObject({ kind: 'try-again' });
  });

  it.each([500, 502, 504, 408])('tries again after %d', (status) => {
    expect(judge(answer(status, 'oops'), NOW)).toEqual({
      kind: 'try-again',
      reason: `${status} no-problem-json`,
    });
  });

  it('tells what a rejected dossier was rejected for, by code and pointer', () => {
    const errors = Array.from({ length: 5 }, (_, i) => ({ pointer: `/p${i}`, code: 'required' }));
    expect(judge(invalid(...errors), NOW)).toEqual({
      kind: 'rejected',
      code: 'validation-failed',
      reason: '400 validation-failed (/p0 required, /p1 required, /p2 required, 2 more)',
    });
    expect(judge(answer(422, { code: 'idempotency-key-reused' }), NOW)).toEqual({
      kind: 'rejected',
      code: 'idempotency-key-reused',
      reason: '422 idempotency-key-reused',
    });
    expect(judge(answer(200, {}), NOW).kind).toBe('rejected');
    expect(judge(answer(301, ''), NOW).kind).toBe('rejected');
  });

  it('tells a dossier that is ahead of the clock from a clock that takes no dates', () => {
    const early = { pointer: '/submittedAt', code: 'in-the-future' };
    expect(judge(invalid(early), NOW)).toEqual({ kind: 'too-early' });
    expect(judge(invalid(early, { pointer: '/x', code: 'y' }), NOW).kind).toBe('rejected');
    const system = judge(invalid({ pointer: '/submittedAt', code: 'simulation-clock-only' }), NOW);
    expect(system).toMatchObject({
      kind: 'unsuitable',
      reason: expect.stringMatching(/--dated$/) as unknown,
    });
  });

  it.each([401, 403, 404, 405])('takes %d for a target that takes nobody', (status) => {
    expect(judge(answer(status, { code: 'x' }), NOW).kind).toBe('unsuitable');
  });
});

describe('retryAfterMs', () => {
  it.each([
    [undefined, undefined],
    ['0', 0],
    ['120', 120_000],
    ['soon', undefined],
    ['-1', undefined],
    ['Mon, 16 Nov 2026 07:59:00 GMT', 0],
  ])('%s is %s', (header, expected) => {
    expect(retryAfterMs(header, NOW)).toBe(expected);
  });
});

describe('RetryPolicy', () => {
  const policy = new RetryPolicy(63);

  it('doubles its waits to a bound', () => {
    for (let attempt = 1; attempt < 40; attempt++) {
      const full = Math.min(5_000, 100 * 2 ** (attempt - 1));
      const wait = policy.backoffMs('k', attempt);
      expect(wait).toBeGreaterThanOrEqual(full / 2);
      expect(wait).toBeLessThan(full);
    }
  });

  it('never comes sooner than asked, nor all at once', () => {
    const waits = Array.from({ length: 200 }, (_, i) => policy.afterRefusalMs(`k${i}`, 1, 2_000));
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(2_000);
    expect(Math.max(...waits)).toBeLessThan(3_000);
    expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(900);
  });

  it('does not come back at once where it may', () => {
    expect(policy.afterRefusalMs('k', 2, 0)).toBe(policy.backoffMs('k', 2));
    expect(policy.afterRefusalMs('k', 2, undefined)).toBe(policy.backoffMs('k', 2));
  });

  it('depends on seed and key only', () => {
    expect(new RetryPolicy(63).backoffMs('k', 3)).toBe(policy.backoffMs('k', 3));
    expect(new RetryPolicy(64).backoffMs('k', 3)).not.toBe(policy.backoffMs('k', 3));
  });
});

describe('BodyMaker', () => {
  const submittedAt = Date.parse('2024-01-10T09:00:00+07:00');
  const nobody = async (): Promise<string | undefined> => undefined;
  const recorded = {
    submittedAt,
    idempotencyKey: 'k',
    dossier: { ...birthDossier(), submittedAt: '2020-01-01T00:00:00+07:00' },
  };

  it('carries the date that is replayed, or none', async () => {
    const undated = await new BodyMaker(false, nobody).bodiesOf(recorded);
    expect(JSON.parse(undated.body)).toEqual(birthDossier());
    const dated = await new BodyMaker(true, nobody).bodiesOf(recorded);
    expect(JSON.parse(dated.body)).toEqual({
      ...birthDossier(),
      submittedAt: '2024-01-10T09:00:00.000+07:00',
    });
  });

  it('names a child that died by what its birth has given it, and keeps what was sent before', async () => {
    const death = {
      submittedAt,
      idempotencyKey: 'd',
      dossier: deathDossier(),
      birth: { idempotencyKey: 'b' },
    };
    const asIs = JSON.stringify(deathDossier());
    const maker = new BodyMaker(false, async (key) => (key === 'b' ? '001226000123' : undefined));
    const { body, earlier } = await maker.bodiesOf(death);
    expect((JSON.parse(body) as typeof death.dossier).deceased.personalId).toBe('001226000123');
    expect(earlier).toBe(asIs);
    expect(await new BodyMaker(false, nobody).bodiesOf(death)).toEqual({ body: asIs });
  });
});
