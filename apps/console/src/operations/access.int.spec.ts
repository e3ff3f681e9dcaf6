import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AuditListView, BIRTH_PROCEDURES, type CaseDetail } from '@lienthong/contracts';
import { DossierPool } from '../../../../tests/support/dossier-pool';
import { file } from '../../../../tests/support/filing';
import { TestSystem } from '../../../../tests/support/test-system';
import { type Answered, Operator } from '../../test-support/operator';

const REASON = 'Hồ sơ đầy đủ';
const ELSEWHERE = '00004';

describe('who may do what', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lienthong-keys-'));
  let system: TestSystem;
  let url: string;
  let number: string;
  let office: string;

  const as = (id: string): Operator => new Operator(url, { authorization: `Bearer ${id}` });

  beforeAll(async () => {
    const keysFile = join(folder, 'keys.json');
    const key = (id: string, role: string, more: object = {}): object => ({
      id,
      sha256: createHash('sha256').update(id).digest('hex'),
      roles: [role],
      ...more,
    });
    const dossier = new DossierPool(35, 200).take(BIRTH_PROCEDURES);
    office = dossier.agencies.civilRegistry;
    const keys = [
      key('operator', 'operator'),
      key('supervisor', 'supervisor'),
      key('auditor', 'auditor'),
      key('integrator', 'integrator'),
      key('officer', 'officer', { agency: 'civil-registry', offices: [office] }),
      key('stranger', 'officer', { agency: 'civil-registry', offices: [ELSEWHERE] }),
      key('other-agency', 'officer', { agency: 'residency' }),
    ];
    writeFileSync(keysFile, JSON.stringify({ keys }));
    const env = { AUTH: 'api-key', API_KEYS_FILE: keysFile, AGENCY_MODE: 'manual', LOG_LEVEL: 'silent' };
    system = await TestSystem.open(env);
    url = await system.standalone.serve();
    number = await file(system, 'dossier', dossier);
  });
  afterAll(async () => {
    await system.close();
    rmSync(folder, { recursive: true });
  });

  const decide = (id: string, key?: string): Answered =>
    as(id).post(
      `/v1/operations/agencies/civil-registry/work-items/${number}/decision`,
      { decision: 'approve', reason: REASON },
      key,
    );

  it('lets supervisors and auditors, and nobody else, read the audit log', async () => {
    const paths = ['audit', 'audit/verification'];
    for (const path of paths) {
      const statusOf = async (id: string): Promise<number> =>
        (await as(id).get(`/v1/operations/${path}`)).status;
      expect(await Promise.all(['supervisor', 'auditor'].map(statusOf))).toEqual([200, 200]);
      expect(await Promise.all(['operator', 'officer', 'integrator'].map(statusOf))).toEqual([403, 403, 403]);
    }
  });

  it('lets operators and supervisors act, auditors look, and officers and integrators neither', async () => {
    const act = async (id: string, path: string, body: object): Promise<number> =>
      (await as(id).post(`/v1/operations/${path}`, { reason: REASON, ...body })).status;
    const calls: [string, object][] = [
      [`cases/${number}/actions`, { action: 'cancel' }],
      [`cases/${number}/dossier`, {}],
      ['incidents/none/retry', {}],
      ['incidents/none/discard', {}],
      ['batches', { action: 'retry', incidents: { service: 'none' } }],
      ['batches/none/cancel', {}],
    ];
    for (const [path, body] of calls) {
      for (const id of ['auditor', 'officer', 'integrator']) expect(await act(id, path, body)).toBe(403);
      for (const id of ['operator', 'supervisor']) expect(await act(id, path, body)).not.toBe(403);
    }
    for (const path of ['incidents', 'batches'])
      expect((await as('auditor').get(`/v1/operations/${path}`)).status).toBe(200);
  });

  it('shows an officer, masked, the cases that came to its own desk, and of others not even that they are', async () => {
    const read = (id: string, dossierNumber = number) =>
      as(id).get<CaseDetail>(`/v1/operations/cases/${dossierNumber}`);
    const [own, operators] = [await read('officer'), await read('operator')];
    expect(operators.body).toMatchObject({ actions: expect.arrayContaining(['stop']) as unknown });
    expect(operators.body.messages).not.toEqual([]);
    const { messages: _messages, actions: _actions, ...shared } = operators.body;
    expect(own).toEqual({ status: 200, body: { ...shared, messages: [], actions: [] } });
    expect(own.body.dossier.applicant.fullName).toMatch(/^\p{L}•* \p{L}•*/u);
    const none = await read('stranger', 'G22.99.08-20200101-0000001');
    for (const id of ['stranger', 'other-agency']) {
      const { status, body } = await read(id);
      const { instance: _path, traceId: _trace, ...told } = body as unknown as Record<string, unknown>;
      expect({ status, told }).toMatchObject({ status: 404, told: { code: 'dossier-not-found' } });
      expect(none.body).toMatchObject(told);
    }
    expect((await read('integrator')).status).toBe(403);
    for (const path of ['cases', 'cases.csv', 'incidents'])
      expect((await as('officer').get(`/v1/operations/${path}`)).status).toBe(403);
  });

  it('lets an officer decide in its own office only, under its own name', async () => {
    expect(await decide('stranger')).toMatchObject({ status: 404, body: { code: 'work-item-unknown' } });
    expect(await decide('other-agency')).toMatchObject({ status: 403, body: { code: 'forbidden-office' } });
    expect((await decide('integrator')).status).toBe(403);
    const decided = await decide('officer', 'k');
    expect(decided).toMatchObject({
      status: 202,
      body: { status: 'done', action: 'work.decide', actor: 'officer', target: `civil-registry/${number}` },
    });
    await system.idle();
    const work = await as('officer').get<{ items: object[] }>('/v1/agencies/civil-registry/work-items');
    expect(work.body.items).toMatchObject([{ status: 'decided', officer: 'officer' }]);
    expect((await decide('officer', 'k')).body).toEqual(decided.body);
    expect(await decide('officer')).toMatchObject({ status: 409, body: { code: 'work-item-not-open' } });
    const log = await as('auditor').audit();
    const decisions = log.filter(({ action }) => action === 'work.decide');
    expect(
      decisions.map(({ actor, outcome, before, after }) => [actor, outcome, before, after?.['status']]),
    ).toEqual([
      ['stranger', 'begun', {}, undefined],
      ['stranger', 'failed', {}, undefined],
      ['other-agency', 'begun', {}, undefined],
      ['other-agency', 'failed', {}, undefined],
      ['officer', 'begun', { status: 'working' }, undefined],
      ['officer', 'done', { status: 'working' }, 'decided'],
      ['officer', 'begun', { status: 'decided' }, undefined],
      ['officer', 'failed', { status: 'decided' }, undefined],
    ]);
    const found = await as('auditor').get<AuditListView>(
      `/v1/operations/audit?action=work.decide&target=${number}`,
    );
    expect(found.body).toMatchObject({ total: decisions.length });
    expect(found.body.items).toEqual([...decisions].reverse());
  });

  it('shows a case to the next agency once it was asked for its part', async () => {
    await system.idle();
    const read = await as('other-agency').get(`/v1/operations/cases/${number}`);
    expect(read).toMatchObject({ status: 200, body: { actions: [], messages: [], incidents: [] } });
  });

  it('shows an operation to whoever did it and to operators, not to other officers', async () => {
    const { body } = await decide('officer', 'k');
    const path = `/v1/operations/operations/${(body as { id: string }).id}`;
    expect((await as('officer').get(path)).status).toBe(200);
    expect((await as('operator').get(path)).status).toBe(200);
    expect((await as('stranger').get(path)).status).toBe(404);
  });

  it('tells callers apart who use the same key', async () => {
    const act = (id: string): Answered =>
      as(id).post(`/v1/operations/cases/${number}/dossier`, { reason: REASON }, 'same');
    const [one, other] = [await act('operator'), await act('supervisor')];
    expect(one.body).toMatchObject({ operation: { actor: 'operator' } });
    expect(other.body).toMatchObject({ operation: { actor: 'supervisor' } });
  });
});
