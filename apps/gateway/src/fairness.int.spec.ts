import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { birthDossier } from '../test-support/dossiers';
import { caseView, DOSSIER_NUMBER } from '../test-support/memory-cases';
import { startTestingGateway, type TestingGateway } from '../test-support/testing-app';

let folder: string;
let gateway: TestingGateway;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lienthong-fairness-'));
  const keys = ['hostile', 'good'].map((id) => ({
    id,
    sha256: createHash('sha256').update(`lt_${id}`).digest('hex'),
    roles: ['integrator'],
  }));
  writeFileSync(join(folder, 'keys.json'), JSON.stringify({ keys }));
  gateway = await startTestingGateway({
    AUTH: 'api-key',
    API_KEYS_FILE: join(folder, 'keys.json'),
    STREAMS_PER_CALLER: '3',
  });
});
afterAll(async () => {
  gateway.app.getHttpServer().closeAllConnections();
  await gateway.app.close();
  rmSync(folder, { recursive: true, force: true });
});

type Caller = 'hostile' | 'good';

function call(caller: Caller, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { authorization: `Bearer lt_${caller}`, ...init.headers };
  return fetch(gateway.url + path, { ...init, headers });
}

const batchOf = (caller: Caller, body: string): Promise<Response> =>
  call(caller, '/v1/dossiers/batch', {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
    body,
  });

const file = (caller: Caller, key: string): Promise<Response> =>
  call(caller, '/v1/dossiers', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(birthDossier()),
  });

describe('beside a caller who sends a long batch without a dossier', () => {
  it.each([
    ['lines that are wrong', 'x\n'],
    ['a blank line after each', '1\n\n\n\n'],
  ])('another is answered before it ends: %s', async (what, line) => {
    let isOver = false;
    const batch = batchOf('hostile', line.repeat(60_000 / line.length)).then(async (answer) => {
      const text = await answer.text();
      isOver = true;
      return text.trim().split('\n').length;
    });
    for (const key of ['one', 'two', 'three'])
      expect((await file('good', `${what} ${key}`)).status).toBe(202);
    expect(isOver).toBe(false);
    expect(await batch).toBeGreaterThan(1_000);
  });

  it('which is not read on after a thousand blank lines', async () => {
    const answer = await batchOf('hostile', `1\n${'\n'.repeat(4_000_000)}`);
    const results = (await answer.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(results).toMatchObject([
      { line: 1, code: 'validation-failed' },
      { line: 2, status: 400, code: 'too-many-blank-lines' },
    ]);
    expect((await file('good', 'after')).status).toBe(202);
  });
});

describe('beside a caller who holds all streams that it may', () => {
  it('another gets one, and the first gets one again when it closes one', async () => {
    gateway.cases.put(caseView(), 'hostile');
    const path = `/v1/dossiers/${DOSSIER_NUMBER}/events`;
    const streams = [0, 1, 2].map(() => new AbortController());
    for (const { signal } of streams) expect((await call('hostile', path, { signal })).status).toBe(200);
    const refused = await call('hostile', path);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '5']);
    expect(await refused.json()).toMatchObject({ code: 'too-many-at-once', limit: 3 });
    streams[0]?.abort();
    for (;;) {
      const answer = await call('hostile', path, { signal: streams[1]?.signal ?? null });
      if (answer.status === 200) break;
      await answer.text();
    }
    for (const stream of streams) stream.abort();
  });
});
