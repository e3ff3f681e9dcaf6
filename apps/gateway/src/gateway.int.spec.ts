import { type LinkedAgencyId } from '@lienthong/contracts';
import { type Dossier } from '@lienthong/contracts';
import { eventually } from '../../../tests/support/eventually';
import { birthDossier, deathDossier, FILED_AT } from '../test-support/dossiers';
import { caseView, DOSSIER_NUMBER } from '../test-support/memory-cases';
import { startTestingGateway, type TestingGateway } from '../test-support/testing-app';
import { ActionsService } from './actions/actions.service';
import { IntakeService } from './intake/intake.service';

type Json = Record<string, unknown>;

let gateway: TestingGateway;
let keys = 0;

beforeAll(async () => {
  gateway = await startTestingGateway();
});
afterAll(() => gateway.app.close());
beforeEach(() => {
  gateway.engines.published.length = 0;
  gateway.clock.kind = 'virtual';
  gateway.clock.instant = FILED_AT;
  gateway.load.retryAfterSeconds = undefined;
});

function call(
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  const json = body === undefined ? {} : { body: JSON.stringify(body) };
  return fetch(gateway.url + path, {
    method,
    headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
    ...json,
  });
}

const post = (path: string, body: unknown, headers?: Record<string, string>): Promise<Response> =>
  call('POST', path, body, headers);
const submit = (
  dossier: Dossier,
  key = `key ${++keys}`,
  headers?: Record<string, string>,
): Promise<Response> => post('/v1/dossiers', dossier, { 'idempotency-key': key, ...headers });
const json = (response: Response): Promise<Json> => response.json() as Promise<Json>;

describe('POST /v1/dossiers', () => {
  it('answers 202 with the receipt and publishes the dossier', async () => {
    const response = await submit(deathDossier());
    const receipt = await json(response);
    expect(response.status).toBe(202);
    expect(receipt).toEqual({
      dossierNumber: expect.stringMatching(/^G22\.99\.08-20261116-\d{7}$/) as unknown,
      status: 'submitted',
      policy: 'nd63',
      appointment: '2026-11-30T17:00:00.000+07:00',
    });
    expect(response.headers.get('location')).toBe(`/v1/dossiers/${String(receipt['dossierNumber'])}`);
    expect(gateway.engines.published).toEqual([
      {
        id: expect.stringMatching(/^s-/) as unknown,
        topic: 'dossier.events',
        type: 'vn.lienthong.dossier.submitted.v1',
        subject: receipt['dossierNumber'],
        data: { dossier: deathDossier(), policy: 'nd63', submittedAt: FILED_AT },
      },
    ]);
  });

  it('gives the first answer again for the same body, in whatever order and form its fields come', async () => {
    const first = await json(await submit(birthDossier(), 'again'));
    gateway.clock.instant += 86_400_000;
    const { child, ...rest } = birthDossier();
    const second = await submit(
      { child: { ...child, fullName: child.fullName.normalize('NFD') }, ...rest },
      'again',
    );
    expect(second.status).toBe(202);
    expect(await json(second)).toEqual(first);
    expect(gateway.engines.published).toHaveLength(1);
  });

  it('refuses the key for another body', async () => {
    await submit(birthDossier(), 'reused');
    const response = await submit(deathDossier(), 'reused');
    expect(response.status).toBe(422);
    expect(await json(response)).toMatchObject({
      code: 'idempotency-key-reused',
      type: '/problems/idempotency-key-reused',
    });
  });

  it('finds what it acknowledged at once, before its saga has begun', async () => {
    const { dossierNumber } = await json(await submit(birthDossier()));
    const path = `/v1/dossiers/${String(dossierNumber)}`;
    expect(await json(await call('GET', path))).toMatchObject({
      dossierNumber,
      status: 'submitted',
      nationalStatus: { code: 1, label: 'Mới đăng ký' },
      submittedAt: '2026-11-16T09:00:00.000+07:00',
      allowedActions: ['withdraw'],
    });
    expect(await json(await call('GET', `${path}/timeline`))).toEqual({ entries: [] });
    expect((await post(`${path}/withdrawal`, { reason: 'Nộp nhầm' })).status).toBe(202);
  });

  it('dates a replayed dossier and takes the profile of that day', async () => {
    const { birthNoticeNumber: _none, ...child } = birthDossier().child;
    const dated = {
      ...birthDossier(),
      child: { ...child, dateOfBirth: '2024-01-02' },
      submittedAt: '2024-01-10T09:00:00+07:00',
    };
    expect(await json(await submit(dated))).toMatchObject({
      policy: 'pilot-2023',
      appointment: '2024-01-16T17:00:00.000+07:00',
    });
  });

  it('asks to come later when the system is overloaded', async () => {
    gateway.load.retryAfterSeconds = 2.4;
    const response = await submit(birthDossier());
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '3']);
    expect(gateway.engines.published).toEqual([]);
  });

  it('speaks English to those who ask, and joins the caller’s trace', async () => {
    const trace = 'ab'.repeat(16);
    const response = await submit({ ...birthDossier(), channel: 'fax' as 'online' }, 'x', {
      'accept-language': 'en',
      traceparent: `00-${trace}-00f067aa0ba902b7-01`,
    });
    expect(await json(response)).toEqual({
      type: '/problems/validation-failed',
      title: 'The data are not valid',
      status: 400,
      detail: 'See each field in errors.',
      instance: '/v1/dossiers',
      code: 'validation-failed',
      errors: [
        { pointer: '/channel', code: 'unknown-value', message: 'Allowed: online, one-stop-desk, postal' },
      ],
      traceId: trace,
    });
    expect(response.headers.get('content-language')).toBe('en');
  });

  it('keeps what nobody foresaw to itself', async () => {
    const find = jest.spyOn(gateway.cases, 'find').mockRejectedValueOnce(new Error('Nguyễn Văn An'));
    const response = await call('GET', `/v1/dossiers/${DOSSIER_NUMBER}`);
    find.mockRestore();
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain('Nguyễn');
  });
});

describe('in-process drivers', () => {
  it('pass the same checks, or none when trusted', async () => {
    const intake = gateway.app.get(IntakeService);
    const wrong = { ...birthDossier(), channel: 'fax' as 'online' };
    await expect(intake.submitPlain('p1', wrong, FILED_AT)).rejects.toMatchObject({
      code: 'validation-failed',
    });
    await expect(
      intake.submitPlain('p1', { ...birthDossier(), note: '\u0000' } as Dossier, FILED_AT),
    ).rejects.toMatchObject({ code: 'validation-failed' });
    expect((await intake.submitPlain('p2', birthDossier(), FILED_AT - 1_000)).submittedAt).toBe(
      FILED_AT - 1_000,
    );
    await intake.submitTrusted('p3', wrong, FILED_AT);
    expect(gateway.engines.published.map(({ data }) => (data as Json)['simulatedApplicant'])).toEqual([
      undefined,
      true,
    ]);
  });
});

describe('POST /v1/dossiers/batch', () => {
  const batch = (body: string): Promise<Response> =>
    fetch(`${gateway.url}/v1/dossiers/batch`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson' },
      body,
    });
  const line = (idempotencyKey: string, dossier: Dossier): string =>
    JSON.stringify({ idempotencyKey, ...dossier });

  it('answers line by line, in order, and one bad line spoils no other', async () => {
    const lines = [
      line('b1', birthDossier()),
      'broken',
      '',
      line('b2', deathDossier()),
      line('b1', birthDossier()),
      line('b1', deathDossier()),
    ];
    const response = await batch(lines.join('\n'));
    expect(response.headers.get('content-type')).toContain('application/x-ndjson');
    const results = (await response.text())
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text) as Json);
    expect(results.map(({ line: number, status, code }) => [number, status, code])).toEqual([
      [1, 202, undefined],
      [2, 400, 'malformed-json'],
      [4, 202, undefined],
      [5, 202, undefined],
      [6, 422, 'idempotency-key-reused'],
    ]);
    expect(results[3]).toEqual({ ...results[0], line: 5 });
    expect(gateway.engines.published).toHaveLength(2);
  });

  it('takes thousands of lines', async () => {
    const lines = Array.from({ length: 3_000 }, (_, i) => line(`many ${i}`, birthDossier()));
    const text = await (await batch(lines.join('\n'))).text();
    const numbers = text
      .trim()
      .split('\n')
      .map((result) => (JSON.parse(result) as { line: number }).line);
    expect(numbers).toEqual(Array.from({ length: 3_000 }, (_, i) => i + 1));
  }, 120_000);
});

describe('reads', () => {
  beforeEach(() => gateway.cases.put(caseView()));

  it('show the case, its timeline and its processing time', async () => {
    gateway.cases.timelines.set(DOSSIER_NUMBER, []);
    gateway.cases.record(DOSSIER_NUMBER, { at: FILED_AT, type: 'dossier.accepted', summary: 'Đã tiếp nhận' });
    const path = `/v1/dossiers/${DOSSIER_NUMBER}`;
    expect(await json(await call('GET', path))).toMatchObject({
      status: 'in-progress',
      appointment: '2026-11-19T17:00:00.000+07:00',
    });
    expect(await json(await call('GET', `${path}/timeline`))).toEqual({
      entries: [{ at: '2026-11-16T09:00:00.000+07:00', type: 'dossier.accepted', summary: 'Đã tiếp nhận' }],
    });
    expect(await json(await call('GET', `${path}/processing-time`))).toMatchObject({
      total: { calendarMs: 60_000 },
      segments: [
        {
          kind: 'transit',
          from: '2026-11-16T09:00:00.000+07:00',
          to: '2026-11-16T09:01:00.000+07:00',
          calendarMs: 60_000,
        },
      ],
    });
  });

  it('list by filter and cursor', async () => {
    const response = await call('GET', '/v1/dossiers?status=in-progress&province=01&from=2026-11-16&limit=1');
    const page = await json(response);
    expect(page['items']).toHaveLength(1);
    expect(page['nextCursor']).toBe('bmV4dA');
    expect(gateway.cases.filters.at(-1)).toEqual({
      status: 'in-progress',
      province: '01',
      from: Date.parse('2026-11-16T00:00:00+07:00'),
      limit: 1,
    });
  });
});

describe('GET …/events', () => {
  const path = `/v1/dossiers/${DOSSIER_NUMBER}/events`;

  /** Reads the stream until `text` has come, tells `onChunk` all that came before, and hangs up. */
  async function readUntil(
    response: Response,
    text: string,
    onChunk: (read: string) => void = () => undefined,
  ): Promise<string> {
    const reader = response.body?.getReader();
    const decoder = new TextDecoder();
    let read = '';
    while (!read.includes(text)) {
      const chunk = (await reader?.read()) as { done: boolean; value: Uint8Array } | undefined;
      if (!chunk || chunk.done) break;
      read += decoder.decode(chunk.value);
      onChunk(read);
    }
    await reader?.cancel();
    return read;
  }

  it('streams what was, then what comes, and goes on where a reader left off', async () => {
    gateway.cases.put(caseView());
    gateway.cases.timelines.set(DOSSIER_NUMBER, []);
    gateway.cases.record(DOSSIER_NUMBER, { at: FILED_AT, type: 'dossier.accepted', summary: 'một' });
    const response = await call('GET', path);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    let second = false;
    const text = await readUntil(response, 'hai', (read) => {
      if (second || !read.includes('một')) return;
      second = true;
      gateway.cases.record(DOSSIER_NUMBER, { at: FILED_AT, type: 'work.requested', summary: 'hai' });
      gateway.feed.change(DOSSIER_NUMBER);
    });
    expect(text.match(/^id: \d+$/gm)).toEqual(['id: 1', 'id: 2']);
    expect(text).toContain(
      'data: {"at":"2026-11-16T09:00:00.000+07:00","type":"dossier.accepted","summary":"một"}',
    );

    const resumed = await readUntil(await call('GET', path, undefined, { 'last-event-id': '1' }), 'hai');
    expect(resumed.match(/^id: \d+$/gm)).toEqual(['id: 2']);
    // The server notices that both have hung up.
    await eventually(
      async () => gateway.feed.subscribers(DOSSIER_NUMBER),
      (count) => count === 0,
    );
  });

  it('is ended by a shutdown, which so need not wait for its readers', async () => {
    const other = await startTestingGateway();
    other.cases.put(caseView());
    const response = await fetch(other.url + path);
    await other.app.close();
    expect(await response.text()).toContain('retry: 1000');
  });

  it('answers HEAD without a stream', async () => {
    expect((await call('HEAD', path)).status).toBe(200);
  });
});

describe('actions', () => {
  const path = `/v1/dossiers/${DOSSIER_NUMBER}`;
  const last = (): unknown => {
    const { topic, type, subject, data } = gateway.engines.published.at(-1) ?? {};
    return { topic, type, subject, data };
  };
  const owing = (...agencies: LinkedAgencyId[]): void =>
    gateway.cases.put(
      caseView({
        status: 'awaiting-supplement',
        allowedActions: ['supplement', 'withdraw'],
        supplements: agencies.map((agency) => ({ agency, until: FILED_AT })),
      }),
    );

  it('supplement what is owed', async () => {
    owing('residency');
    const response = await post(`${path}/supplements`, {
      agency: 'residency',
      data: { residence: { consent: 'paper' } },
      note: 'Ảnh rõ hơn',
    });
    expect(response.status).toBe(202);
    expect(await json(response)).toEqual({
      dossierNumber: DOSSIER_NUMBER,
      action: 'supplement',
      status: 'awaiting-supplement',
    });
    expect(last()).toEqual({
      topic: 'dossier.events',
      type: 'vn.lienthong.supplement.provided.v1',
      subject: DOSSIER_NUMBER,
      data: { agency: 'residency', data: { residence: { consent: 'paper' } }, note: 'Ảnh rõ hơn' },
    });
  });

  it('say to whom a supplement is owed when it is not to this agency', async () => {
    owing('residency');
    const response = await post(`${path}/supplements`, { agency: 'health-insurance', data: {} });
    expect(response.status).toBe(409);
    expect(await json(response)).toMatchObject({
      code: 'supplement-not-owed',
      owedTo: ['residency'],
      allowedActions: ['supplement', 'withdraw'],
    });
  });

  it('check what is supplemented', async () => {
    owing('residency');
    const data = { agencies: {}, residence: { address: { communeCode: '99999' } } };
    expect(await json(await post(`${path}/supplements`, { agency: 'residency', data }))).toMatchObject({
      errors: [{ pointer: '/data/agencies', code: 'frozen-field' }],
    });
    expect(
      await json(
        await post(`${path}/supplements`, { agency: 'residency', data: { residence: data.residence } }),
      ),
    ).toMatchObject({
      errors: [{ pointer: '/data/residence/address/communeCode', code: 'unknown-commune' }],
    });
    expect(gateway.engines.published).toEqual([]);
  });

  it.each([
    ['supplements', { agency: 'residency', data: {} }],
    ['withdrawal', { reason: 'x' }],
    ['corrections', { data: { 'child.fullName': 'X' } }],
    ['cancellation', { reason: 'x' }],
  ])('refuse %s with the allowed actions when it is not one', async (action, body) => {
    gateway.cases.put(caseView({ allowedActions: [] }));
    const response = await post(`${path}/${action}`, body);
    expect(response.status).toBe(409);
    expect(await json(response)).toMatchObject({
      code: 'action-not-allowed',
      allowedActions: [],
      caseStatus: 'in-progress',
    });
    expect(gateway.engines.published).toEqual([]);
  });

  it('withdraw, correct and cancel', async () => {
    gateway.cases.put(caseView({ allowedActions: ['withdraw', 'correct', 'cancel'] }));
    await post(`${path}/withdrawal`, { reason: 'Không cần nữa' });
    expect(last()).toMatchObject({
      type: 'vn.lienthong.withdrawal.requested.v1',
      data: { reason: 'Không cần nữa' },
    });
    await post(`${path}/corrections`, { data: { child: { fullName: 'Nguyễn Minh Khoa' } }, note: 'Sai tên' });
    expect(last()).toMatchObject({
      type: 'vn.lienthong.correction.requested.v1',
      data: { data: { 'child.fullName': 'Nguyễn Minh Khoa' }, note: 'Sai tên' },
    });
    await post(`${path}/cancellation`, { reason: 'Đăng ký trùng' });
    expect(last()).toMatchObject({
      type: 'vn.lienthong.cancellation.requested.v1',
      data: { reason: 'Đăng ký trùng' },
    });
  });

  describe('sent again with the same Idempotency-Key', () => {
    let number = 0;
    const again = (action: string, body: unknown, key = `action ${number}`): Promise<Response> =>
      post(`${path}/${action}`, body, { 'idempotency-key': key });
    beforeEach(() => {
      number++;
      owing('residency');
    });

    it.each<[string, object]>([
      ['supplements', { agency: 'residency', data: { residence: { consent: 'paper' } } }],
      ['withdrawal', { reason: 'Đổi ý' }],
      ['corrections', { data: { 'child.fullName': 'Lê Na' } }],
      ['cancellation', { reason: 'Đăng ký trùng' }],
    ])('give the first answer to %s, whatever the case has become', async (action, body) => {
      const before = caseView({
        status: 'awaiting-supplement',
        allowedActions: ['supplement', 'withdraw', 'correct', 'cancel'],
        supplements: [{ agency: 'residency', until: FILED_AT }],
      });
      gateway.cases.put(before);
      const first = await again(action, body);
      expect(first.status).toBe(202);
      gateway.cases.put(caseView({ status: 'completed', allowedActions: [] }));
      const second = await again(action, body);
      expect([second.status, await json(second)]).toEqual([202, await json(first)]);
      expect(gateway.engines.published).toHaveLength(1);
    });

    it('take the fields in any order, and refuse another body, another action or a long key', async () => {
      const residence = { consent: 'paper', relationshipToHead: 'child' };
      await again('supplements', { agency: 'residency', note: 'x', data: { residence } });
      const { consent, relationshipToHead } = residence;
      const reordered = {
        data: { residence: { relationshipToHead, consent } },
        note: 'x',
        agency: 'residency',
      };
      expect((await again('supplements', reordered)).status).toBe(202);
      for (const [action, body] of [
        ['supplements', { agency: 'residency', note: 'y', data: { residence } }],
        ['withdrawal', { reason: 'x' }],
      ] as const) {
        const refusal = await again(action, body);
        expect([refusal.status, (await json(refusal))['code']]).toEqual([422, 'idempotency-key-reused']);
      }
      const long = await again('withdrawal', { reason: 'x' }, 'k'.repeat(256));
      expect((await json(long))['code']).toBe('idempotency-key-too-long');
      expect(gateway.engines.published).toHaveLength(1);
    });

    it('take what was refused before', async () => {
      const empty = await again('supplements', { agency: 'residency', data: {} });
      expect((await json(empty))['errors']).toMatchObject([{ pointer: '/data', code: 'empty' }]);
      expect((await again('supplements', { agency: 'residency', note: 'Đã nộp bản giấy' })).status).toBe(202);
    });

    it('publish once when both are under way at the same time', async () => {
      const body = { reason: 'Đổi ý' };
      const answers = await Promise.all([again('withdrawal', body), again('withdrawal', body)]);
      expect(answers.map(({ status }) => status)).toEqual([202, 202]);
      expect(gateway.engines.published).toHaveLength(1);
    });
  });

  it('keep corrections and cancellations for operators', async () => {
    gateway.cases.put(caseView({ allowedActions: ['correct', 'cancel'] }));
    const forwarded = { 'x-forwarded-for': '203.0.113.9' };
    expect((await post(`${path}/corrections`, { data: { 'child.fullName': 'X' } }, forwarded)).status).toBe(
      403,
    );
    const response = await post(`${path}/cancellation`, { reason: 'x' }, forwarded);
    expect(await json(response)).toMatchObject({ status: 403, code: 'operators-only' });
    expect(gateway.engines.published).toEqual([]);
  });

  it('stop for operators’ tools while the case is open', async () => {
    const actions = gateway.app.get(ActionsService);
    const reason = { code: 'duplicate', vi: 'Trùng', en: 'Duplicate' };
    gateway.cases.put(caseView());
    await actions.stop(DOSSIER_NUMBER, reason);
    expect(last()).toMatchObject({ type: 'vn.lienthong.stop.requested.v1', data: { reason } });
    gateway.cases.put(caseView({ status: 'completed', finishedAt: FILED_AT }));
    await expect(actions.stop(DOSSIER_NUMBER, reason)).rejects.toMatchObject({ code: 'action-not-allowed' });
  });
});

describe('POST /v1/simulation/advance', () => {
  const advance = (body: unknown): Promise<Response> => post('/v1/simulation/advance', body);

  it('runs the virtual clock by a duration or to an instant', async () => {
    expect(await json(await advance({ by: 'P3D' }))).toEqual({ now: '2026-11-19T09:00:00.000+07:00' });
    expect(await json(await advance({ to: '2026-11-20T00:00:00Z' }))).toEqual({
      now: '2026-11-20T07:00:00.000+07:00',
    });
    expect(gateway.advances.splice(0)).toEqual([
      FILED_AT + 3 * 86_400_000,
      Date.parse('2026-11-20T00:00:00Z'),
    ]);
  });

  it.each([
    [{}, ' exactly-one'],
    [{ by: 'P1D', to: '2026-11-20T00:00:00Z' }, ' exactly-one'],
    [{ by: 'P1M' }, '/by duration-not-exact'],
    [{ by: '3d' }, '/by not-a-duration'],
    [{ by: 'P9999W' }, '/by duration-too-long'],
    [{ by: 3 }, '/by not-a-string'],
    [{ to: '2026-11-16T09:00:00+07:00' }, '/to not-in-the-future'],
    [{ to: '2036-11-16T09:00:00+07:00' }, '/to duration-too-long'],
    [{ to: 'tomorrow' }, '/to not-an-instant'],
    [{ until: 'P1D' }, '/until unknown-field'],
  ])('refuses %j', async (body, error) => {
    const { errors } = (await json(await advance(body))) as { errors: { pointer: string; code: string }[] };
    expect(errors.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([error]);
    expect(gateway.advances).toEqual([]);
  });

  it('leaves other clocks alone', async () => {
    gateway.clock.kind = 'scaled';
    const response = await advance({ by: 'P1D' });
    expect([response.status, (await json(response))['code']]).toEqual([409, 'virtual-clock-only']);
  });
});

describe('/v1/simulation/replay', () => {
  const notice = {
    run: '20261122-tet',
    phase: 'filing',
    dossiers: 500,
    sent: 120,
    answered: 118,
    refused: 3,
    ratePerSecond: 12.5,
    startedAt: '2026-11-22T01:00:00.000Z',
    ended: false,
  };
  const tell = (body: unknown): Promise<Response> => call('PUT', '/v1/simulation/replay', body);
  const latest = async (): Promise<Json> => json(await call('GET', '/v1/simulation/replay'));

  afterEach(() => jest.restoreAllMocks());

  it('is empty before any replay spoke', async () => {
    expect(await latest()).toEqual({});
  });

  it('answers with the last word, and says when it has been silent for long', async () => {
    const now = Date.parse('2026-11-22T08:30:00+07:00');
    const real = jest.spyOn(Date, 'now').mockReturnValue(now);
    expect((await tell(notice)).status).toBe(204);
    const told = {
      ...notice,
      startedAt: '2026-11-22T08:00:00.000+07:00',
      toldAt: '2026-11-22T08:30:00.000+07:00',
    };
    expect(await latest()).toEqual({ replay: { ...told, stale: false } });
    real.mockReturnValue(now + 30_001);
    expect(await latest()).toEqual({ replay: { ...told, stale: true } });
    real.mockReturnValue(now);
    await tell({ ...notice, ended: true });
    real.mockReturnValue(now + 3_600_000);
    expect(await latest()).toMatchObject({ replay: { ended: true, stale: false } });
  });

  it.each([
    [{ ...notice, sent: -1 }, '/sent'],
    [{ ...notice, phase: 'sleeping' }, '/phase'],
    [{ ...notice, startedAt: 'today' }, '/startedAt'],
    [{ ...notice, startedAt: '2026-13-45T00:00:00Z' }, '/startedAt'],
    [{ ...notice, more: 1 }, '/more'],
    [{}, '/run'],
  ])('refuses %j', async (body, pointer) => {
    const response = await tell(body);
    const { errors } = (await json(response)) as { errors: { pointer: string }[] };
    expect([response.status, errors[0]?.pointer]).toEqual([400, pointer]);
  });

  it('is for simulation clocks only', async () => {
    gateway.clock.kind = 'system';
    const { code, errors } = (await json(await tell(notice))) as { code: string; errors: object[] };
    expect({ code, errors }).toMatchObject({
      code: 'validation-failed',
      errors: [{ code: 'simulation-clock-only' }],
    });
  });
});

describe('for whoever runs it', () => {
  it('tells live from ready', async () => {
    expect((await call('GET', '/health/live')).status).toBe(200);
    expect(await json(await call('GET', '/health/ready'))).toEqual({
      status: 'ready',
      checks: { store: 'up' },
    });
    gateway.readiness.ok = false;
    expect((await call('GET', '/health/ready')).status).toBe(503);
    gateway.readiness.ok = true;
  });

  it('counts requests by route template', async () => {
    await call('GET', `/v1/dossiers/${DOSSIER_NUMBER}`);
    const text = await (await call('GET', '/metrics')).text();
    expect(text).toMatch(
      /lienthong_http_requests_total\{method="GET",route="\/v1\/dossiers\/:dossierNumber",status="\d+"\} \d+/,
    );
    expect(text).toContain('lienthong_http_request_duration_seconds_bucket');
    expect(text).not.toContain(DOSSIER_NUMBER);
  });

  it('documents itself without the internet', async () => {
    const openApi = (await json(await call('GET', '/openapi.json'))) as {
      paths: Json;
      components: { schemas: Record<string, Json> };
    };
    expect(Object.keys(openApi.paths)).toEqual(
      expect.arrayContaining([
        '/v1/dossiers',
        '/v1/dossiers/batch',
        '/v1/dossiers/{dossierNumber}',
        '/v1/dossiers/{dossierNumber}/timeline',
        '/v1/dossiers/{dossierNumber}/processing-time',
        '/v1/dossiers/{dossierNumber}/events',
        '/v1/dossiers/{dossierNumber}/supplements',
        '/v1/dossiers/{dossierNumber}/withdrawal',
        '/v1/dossiers/{dossierNumber}/corrections',
        '/v1/dossiers/{dossierNumber}/cancellation',
        '/v1/simulation/advance',
        '/v1/simulation/replay',
      ]),
    );
    const refs = [...JSON.stringify(openApi).matchAll(/"#\/components\/schemas\/([^"]*)"/g)].map(
      ([, name]) => name ?? '',
    );
    expect(refs.filter((name) => !openApi.components.schemas[name])).toEqual([]);
    expect(openApi.components.schemas['BirthDossierForm']).toMatchObject({ additionalProperties: false });

    const asyncApi = (await json(await call('GET', '/asyncapi.json'))) as {
      asyncapi: string;
      channels: Json;
    };
    expect(asyncApi.asyncapi).toBe('3.0.0');
    expect(Object.keys(asyncApi.channels)).toHaveLength(11);

    const page = await (await call('GET', '/docs')).text();
    expect(page).not.toMatch(/https?:\/\//);
    for (const [, file] of page.matchAll(/(?:src|href)="([^"]+)"/g)) {
      const asset = await call('GET', file ?? '');
      expect([file, asset.status]).toEqual([file, 200]);
      expect((await asset.arrayBuffer()).byteLength).toBeGreaterThan(50);
    }
  });

  it('explains the type of every problem', async () => {
    expect(await json(await call('GET', '/problems/too-deep'))).toMatchObject({
      code: 'too-deep',
      status: 400,
    });
    expect((await call('GET', '/problems/nonsense')).status).toBe(404);
    expect(await json(await call('GET', '/problems'))).toHaveProperty('fieldErrors.unknown-field.en');
  });
});
