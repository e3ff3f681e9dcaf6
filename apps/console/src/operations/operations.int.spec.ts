import { BIRTH_PROCEDURES, type IncidentListView, type OperationView } from '@lienthong/contracts';
import { DossierPool } from '../../../../tests/support/dossier-pool';
import { file as fileOne } from '../../../../tests/support/filing';
import { TestSystem } from '../../../../tests/support/test-system';
import { type Answered, Operator } from '../../test-support/operator';
import { Poison } from '../../test-support/poison';
import { OperationRunner } from './operation-runner';

const REASON = 'Đường truyền đã sửa';

describe('operations over the whole system', () => {
  const pool = new DossierPool(31, 500);
  let system: TestSystem;
  let operator: Operator;
  let filed = 0;

  beforeEach(async () => {
    system = await TestSystem.open({ LOG_LEVEL: 'silent' });
    operator = new Operator(await system.standalone.serve());
  });
  afterEach(() => system.close());

  const reopen = async (): Promise<void> => {
    await system.reopen();
    operator = new Operator(await system.standalone.serve());
  };

  const file = (): Promise<string> => fileOne(system, `dossier ${++filed}`, pool.take(BIRTH_PROCEDURES));

  async function statusOf(dossierNumber: string): Promise<string> {
    await system.idle();
    return (await operator.get<{ status: string }>(`/v1/dossiers/${dossierNumber}`)).body.status;
  }

  const act = (dossierNumber: string, action: string, key?: string, data?: object): Answered =>
    operator.post(
      `/v1/operations/cases/${dossierNumber}/actions`,
      { action, reason: REASON, ...(data && { data }) },
      key,
    );

  it('stops a case, with an entry in the audit log before and one after', async () => {
    const number = await file();
    const { status, body } = await act(number, 'stop');
    expect(status).toBe(202);
    expect(body).toMatchObject({
      status: 'done',
      action: 'case.stop',
      target: number,
      actor: 'local',
      audit: 1,
    });
    expect(await statusOf(number)).toBe('stopped');
    const common = {
      actor: 'local',
      action: 'case.stop',
      target: number,
      reason: REASON,
      operation: body['id'],
    };
    expect(await operator.audit()).toMatchObject([
      { number: 1, ...common, outcome: 'begun', before: { status: 'in-progress' } },
      {
        number: 2,
        ...common,
        outcome: 'done',
        after: { requested: 'stop', statusWhenRequested: 'in-progress' },
      },
    ]);
    expect(await operator.verify()).toMatchObject({ valid: true, entries: 2 });
  });

  it('does once what is asked for twice under one key, and refuses another body under it', async () => {
    const number = await file();
    const [one, other] = await Promise.all([act(number, 'stop', 'k'), act(number, 'stop', 'k')]);
    const again = await act(number, 'stop', 'k');
    expect([one.status, other.status, again.status]).toEqual([202, 202, 202]);
    expect(again.body).toEqual(one.body);
    expect(await act(number, 'withdraw', 'k')).toMatchObject({
      status: 422,
      body: { code: 'idempotency-key-reused' },
    });
    expect(await operator.audit()).toHaveLength(2);
  });

  it('puts a refusal on record, and tells it again with the actions that are allowed', async () => {
    const number = await file();
    const refused = await act(number, 'cancel', 'k');
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'action-not-allowed', allowedActions: ['withdraw'], caseStatus: 'in-progress' },
    });
    const { operation } = refused.body as { readonly operation: string };
    expect((await act(number, 'cancel', 'k')).body).toMatchObject({ code: 'action-not-allowed', operation });
    const view = await operator.get<OperationView>(`/v1/operations/operations/${operation}`);
    expect(view.body).toMatchObject({ status: 'failed', error: { code: 'action-not-allowed' }, audit: 1 });
    expect((await operator.audit()).map(({ outcome }) => outcome)).toEqual(['begun', 'failed']);
  });

  it('has no entry of what it could not even begin', async () => {
    expect(await act('G22.99.08-20261116-0000099', 'stop')).toMatchObject({
      status: 404,
      body: { code: 'dossier-not-found' },
    });
    const number = await file();
    const path = `/v1/operations/cases/${number}/actions`;
    expect(await operator.post(path, { action: 'stop', reason: '  a ' })).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/reason', code: 'length-out-of-range' }] },
    });
    expect(await operator.post(path, { action: 'stop', reason: REASON }, '')).toMatchObject({
      status: 400,
      body: { code: 'idempotency-key-missing' },
    });
    expect(await operator.audit()).toEqual([]);
  });

  it('keeps no personal data of a correction once it is done', async () => {
    const number = await file();
    const refused = await act(number, 'correct', 'k', { 'child.fullName': 'Trần Thị Bí Mật' });
    expect(refused.status).toBe(409);
    const { operation } = refused.body as { readonly operation: string };
    const kept = await system.get(OperationRunner).find(operation);
    expect(kept?.closed).toBe(true);
    expect(JSON.stringify(kept)).not.toContain('Bí Mật');
    expect(JSON.stringify(await operator.audit())).not.toContain('Bí Mật');
  });

  it('shows the dossier unmasked to whoever gives a reason, and keeps it out of record and log', async () => {
    const number = await file();
    const { status, body } = await operator.post(`/v1/operations/cases/${number}/dossier`, {
      reason: REASON,
    });
    expect(status).toBe(202);
    const { dossier, operation } = body as unknown as {
      dossier: { applicant: { fullName: string } };
      operation: OperationView;
    };
    expect(dossier.applicant.fullName).toMatch(/^\p{L}+ \p{L}/u);
    expect(operation).toMatchObject({ status: 'done', action: 'personal-data.reveal' });
    const log = await operator.audit();
    expect(log.map(({ action, target, outcome }) => [action, target, outcome])).toEqual([
      ['personal-data.reveal', number, 'begun'],
      ['personal-data.reveal', number, 'done'],
    ]);
    expect(JSON.stringify(log)).not.toContain(dossier.applicant.fullName);
  });

  it('shows what stands still, and lets it go on when it is retried', async () => {
    const poison = new Poison(system.runtime.engines, 'civil-registry');
    const number = await file();
    const { body } = await operator.get<IncidentListView>('/v1/operations/incidents');
    expect(body).toMatchObject({
      total: 1,
      unavailable: [],
      byError: [{ error: 'the desk is on fire', count: 1 }],
      items: [
        {
          service: 'civil-registry',
          kind: 'civil-registry',
          aggregateId: number,
          dossierNumber: number,
          attempts: 1,
          waiting: [{ type: 'vn.lienthong.work.requested.v1' }],
        },
      ],
    });
    const path = `/v1/operations/incidents/${body.items[0]?.id}/retry`;
    expect((await operator.post(path, { reason: REASON })).body).toMatchObject({
      status: 'failed',
      error: { code: 'incident-open', detail: 'the desk is on fire' },
    });
    poison.broken = false;
    expect((await operator.post(path, { reason: REASON })).body).toMatchObject({ status: 'done' });
    expect((await operator.get<IncidentListView>('/v1/operations/incidents')).body.total).toBe(0);
    expect((await operator.post(path, { reason: REASON })).status).toBe(404);
    expect((await operator.audit()).map(({ outcome, after }) => [outcome, after?.['incident']])).toEqual([
      ['begun', undefined],
      ['failed', 'open'],
      ['begun', undefined],
      ['done', 'closed'],
    ]);
    const ofDossier = await operator.get(`/v1/operations/audit?target=${number}`);
    expect(ofDossier.body).toMatchObject({ total: 4, items: [{ target: body.items[0]?.id }, {}, {}, {}] });
  });

  it('discards the message that failed, and says so as long as it is asked under that key', async () => {
    const poison = new Poison(system.runtime.engines, 'civil-registry');
    await file();
    poison.broken = false;
    const { body } = await operator.get<IncidentListView>('/v1/operations/incidents');
    const path = `/v1/operations/incidents/${body.items[0]?.id}/discard`;
    const first = await operator.post(path, { reason: REASON }, 'k');
    expect(first.body).toMatchObject({ status: 'done' });
    await reopen();
    expect(await operator.post(path, { reason: REASON }, 'k')).toEqual(first);
    expect((await operator.get<IncidentListView>('/v1/operations/incidents')).body.items).toEqual([]);
    expect(await operator.audit()).toHaveLength(2);
  });

  it('pages the audit log, newest first, by actor, action and target', async () => {
    const [one, other] = [await file(), await file()];
    for (const number of [one, other]) await act(number, 'stop');
    const page = await operator.get<{ items: { number: number }[]; nextCursor: string; total: number }>(
      '/v1/operations/audit?limit=3',
    );
    expect(page.body).toMatchObject({ items: [{ number: 4 }, { number: 3 }, { number: 2 }], total: 4 });
    const rest = await operator.get(`/v1/operations/audit?limit=3&cursor=${page.body.nextCursor}`);
    expect(rest.body).toMatchObject({ items: [{ number: 1 }], total: 4 });
    expect(rest.body).not.toHaveProperty('nextCursor');
    const ofOther = await operator.get(`/v1/operations/audit?target=${other}&action=case.stop&actor=local`);
    expect(ofOther.body).toMatchObject({ items: [{ number: 4 }, { number: 3 }], total: 2 });
    expect((await operator.get('/v1/operations/audit?action=case.withdraw')).body).toMatchObject({
      total: 0,
    });
  });
});
