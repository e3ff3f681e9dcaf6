import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { birthDossier } from '../test-support/dossiers';
import { caseView, DOSSIER_NUMBER } from '../test-support/memory-cases';
import { startTestingGateway, type TestingGateway } from '../test-support/testing-app';

type Json = Record<string, unknown>;
type Caller = (typeof CALLERS)[number][0];

const CALLERS = [
  ['portal', 'integrator'],
  ['hospital', 'integrator'],
  ['ops', 'operator'],
  ['chief', 'supervisor'],
  ['another-service', 'service'],
] as const;

const READS = ['', '/timeline', '/processing-time', '/events'];

let folder: string;
let gateway: TestingGateway;
let keys = 0;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lienthong-ownership-'));
  const apiKeysFile = join(folder, 'keys.json');
  const entries = CALLERS.map(([id, role]) => ({
    id,
    sha256: createHash('sha256').update(`lt_${id}`).digest('hex'),
    roles: [role],
  }));
  writeFileSync(apiKeysFile, JSON.stringify({ keys: entries }));
  gateway = await startTestingGateway({ AUTH: 'api-key', API_KEYS_FILE: apiKeysFile });
});
afterAll(async () => {
  await gateway.app.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(() => (gateway.engines.published.length = 0));

function call(caller: Caller, path: string, body?: unknown, headers: object = {}): Promise<Response> {
  return fetch(gateway.url + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      authorization: `Bearer lt_${caller}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

async function file(caller: Caller, key = `key ${++keys}`, dossier = birthDossier()): Promise<Json> {
  const answer = await call(caller, '/v1/dossiers', dossier, { 'idempotency-key': key });
  return { http: answer.status, ...((await answer.json()) as Json) };
}

/** The code of a refusal, or the status of an answer. What streams is not waited for. */
async function outcome(answer: Promise<Response>): Promise<unknown> {
  const response = await answer;
  if (!response.ok) return ((await response.json()) as Json)['code'];
  await response.body?.cancel();
  return response.status;
}

describe('a dossier', () => {
  it('is filed under the id of who handed it in', async () => {
    await file('portal');
    expect(gateway.engines.published[0]?.data).toMatchObject({ submittedBy: 'portal' });
  });

  it('shows to its submitter and to who runs the system, and to no other integrator', async () => {
    const { dossierNumber } = await file('portal');
    for (const read of READS) {
      const path = `/v1/dossiers/${String(dossierNumber)}${read}`;
      for (const caller of ['portal', 'ops', 'chief', 'another-service'] as const)
        expect(await outcome(call(caller, path))).toBe(200);
      expect(await outcome(call('hospital', path))).toBe('dossier-not-found');
    }
  });

  it('is not told from one that there is not', async () => {
    gateway.cases.put(caseView(), 'portal');
    const answerOf = async (number: string): Promise<Json> => {
      const answer = await call('hospital', `/v1/dossiers/${number}`);
      const { instance: _path, traceId: _trace, ...body } = (await answer.json()) as Json;
      return { ...body, status: answer.status, headers: [...answer.headers.keys()] };
    };
    expect(await answerOf(DOSSIER_NUMBER)).toEqual(await answerOf('G22.99.08-20261116-9999999'));
  });

  it.each<[string, object]>([
    ['/supplements', { agency: 'residency', note: 'Đã nộp bản giấy' }],
    ['/withdrawal', { reason: 'Đổi ý' }],
  ])('takes a POST to %s from its submitter, not from another', async (path, body) => {
    const supplements = [{ agency: 'residency' as const, until: gateway.clock.instant + 1_000 }];
    gateway.cases.put(caseView({ allowedActions: ['supplement', 'withdraw'], supplements }), 'portal');
    const url = `/v1/dossiers/${DOSSIER_NUMBER}${path}`;
    expect(await outcome(call('hospital', url, body))).toBe('dossier-not-found');
    expect(gateway.engines.published).toEqual([]);
    expect(await outcome(call('portal', url, body))).toBe(202);
    expect(await outcome(call('ops', url, body))).toBe(202);
    expect(gateway.engines.published).toHaveLength(2);
    expect(JSON.stringify(gateway.engines.published)).not.toContain('submittedBy');
  });

  it('of before callers were known shows to who runs the system only', async () => {
    gateway.cases.put(caseView());
    for (const read of READS) {
      expect(await outcome(call('portal', `/v1/dossiers/${DOSSIER_NUMBER}${read}`))).toBe(
        'dossier-not-found',
      );
      expect(await outcome(call('ops', `/v1/dossiers/${DOSSIER_NUMBER}${read}`))).toBe(200);
    }
  });
});

describe('the list', () => {
  it.each<[Caller, string | undefined]>([
    ['portal', 'portal'],
    ['hospital', 'hospital'],
    ['ops', undefined],
    ['chief', undefined],
    ['another-service', undefined],
  ])('is asked for %s', async (caller, submittedBy) => {
    await outcome(call(caller, '/v1/dossiers?status=completed&limit=7'));
    expect(gateway.cases.filters.at(-1)).toEqual({
      status: 'completed',
      limit: 7,
      ...(submittedBy !== undefined && { submittedBy }),
    });
  });

  it('cannot be asked for on behalf of another', async () => {
    expect(await outcome(call('hospital', '/v1/dossiers?submittedBy=portal'))).toBe('validation-failed');
  });
});

describe('an idempotency key', () => {
  const other = (): ReturnType<typeof birthDossier> => {
    const dossier = birthDossier();
    return { ...dossier, child: { ...dossier.child, fullName: 'Nguyễn Thị Khác' } };
  };

  it('is its caller’s own: two who use the same one do not meet', async () => {
    const first = await file('portal', 'same');
    const second = await file('hospital', 'same', other());
    expect([first['http'], second['http']]).toEqual([202, 202]);
    expect(second['dossierNumber']).not.toBe(first['dossierNumber']);
    expect(await file('portal', 'same')).toEqual(first);
    expect(await file('hospital', 'same', other())).toEqual(second);
    expect(await file('portal', 'same', other())).toMatchObject({ code: 'idempotency-key-reused' });
    expect(gateway.engines.published).toHaveLength(2);
  });

  it('is so in a batch too, and one with that of a dossier alone', async () => {
    const lines = `${JSON.stringify({ idempotencyKey: 'in-both', ...birthDossier() })}\n`;
    const batch = async (caller: Caller): Promise<Json> => {
      const answer = await call(caller, '/v1/dossiers/batch', lines, {
        'content-type': 'application/x-ndjson',
      });
      return (await answer.json()) as Json;
    };
    const [first, second] = [await batch('portal'), await batch('hospital')];
    expect(second['dossierNumber']).not.toBe(first['dossierNumber']);
    expect(await file('portal', 'in-both')).toMatchObject({ dossierNumber: first['dossierNumber'] });
    expect(gateway.engines.published.map(({ data }) => (data as Json)['submittedBy'])).toEqual([
      'portal',
      'hospital',
    ]);
    const path = `/v1/dossiers/${String(first['dossierNumber'])}`;
    expect(await outcome(call('portal', path))).toBe(200);
    expect(await outcome(call('hospital', path))).toBe('dossier-not-found');
  });
});
