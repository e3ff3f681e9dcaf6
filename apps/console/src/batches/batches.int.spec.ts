import {
  type BatchItemListView,
  type BatchListView,
  type BatchView,
  type CaseListView,
} from '@lienthong/contracts';
import { fileBirths } from '../../../../tests/support/filing';
import { TestSystem } from '../../../../tests/support/test-system';
import { eventually } from '../../../../tests/support/eventually';
import { killedAfter } from '../../test-support/killed';
import { Operator } from '../../test-support/operator';
import { Poison } from '../../test-support/poison';
import { BatchBook } from './batch-book';
import { BatchPace } from './batch-pace';

const REASON = 'Nhập trùng cả đợt';
const BATCHES = '/v1/operations/batches';

describe('batches over the whole system', () => {
  let system: TestSystem;
  let operator: Operator;

  beforeEach(async () => {
    system = await TestSystem.open({ LOG_LEVEL: 'silent' });
    await serve();
  });
  afterEach(() => system.close());

  async function serve(): Promise<void> {
    operator = new Operator(await system.standalone.serve());
    // What a worker that died had in hand is soon taken up again.
    Object.assign(system.get(BatchPace), { leaseMs: 300, lookMs: 20 });
  }

  const file = (count: number): Promise<readonly string[]> => fileBirths(system, count);

  const view = async (id: string): Promise<BatchView> =>
    (await operator.get<BatchView>(`${BATCHES}/${id}`)).body;

  async function start(body: object, key?: string): Promise<string> {
    const answer = await operator.post<BatchView>(BATCHES, { reason: REASON, ...body }, key);
    expect(answer.status).toBe(202);
    return answer.body.id;
  }

  const ended = (id: string): Promise<BatchView> =>
    eventually(
      () => view(id),
      ({ status }) => status === 'done' || status === 'cancelled',
    );

  /** Its end is on the audit log, and nothing of it is left to do. */
  const closed = (id: string): Promise<unknown> =>
    eventually(
      () => system.get(BatchBook).find(id),
      (batch) => batch.closed === true,
    );

  async function items(id: string, query = ''): Promise<BatchItemListView['items']> {
    const all: BatchItemListView['items'][number][] = [];
    for (let cursor = ''; ;) {
      const { body } = await operator.get<BatchItemListView>(
        `${BATCHES}/${id}/items?limit=120${query}${cursor}`,
      );
      all.push(...body.items);
      if (body.nextCursor === undefined) return all;
      cursor = `&cursor=${body.nextCursor}`;
    }
  }

  async function stopped(): Promise<number> {
    await system.idle();
    return (await operator.get<CaseListView>('/v1/operations/cases?status=stopped&limit=1')).body.total;
  }

  it('stops 500 cases, and tells of each what came of it', async () => {
    const numbers = await file(500);
    const [first = ''] = numbers;
    await operator.post(`/v1/operations/cases/${first}/actions`, { action: 'stop', reason: REASON });
    await system.idle();
    const id = await start({ action: 'stop', cases: { procedureGroup: 'birth' } });
    expect(await ended(id)).toMatchObject({
      status: 'done',
      actor: 'local',
      total: 500,
      succeeded: 499,
      failed: 0,
      skipped: 1,
    });
    expect(await stopped()).toBe(500);
    const all = await items(id);
    expect(all.map(({ target }) => target)).toEqual([...numbers].sort());
    expect(await items(id, '&result=skipped')).toEqual([
      expect.objectContaining({
        target: first,
        dossierNumber: first,
        result: 'skipped',
        detail: 'The dossier does not allow this action now',
      }),
    ]);
    await closed(id);
    const log = await operator.audit();
    expect(log.filter(({ operation, action }) => operation === id && action === 'case.stop')).toHaveLength(
      500,
    );
    expect(log.at(-1)).toMatchObject({ action: 'batch.end', after: { succeeded: 499, skipped: 1 } });
    expect(await operator.verify()).toMatchObject({ valid: true, entries: 2 + 2 + 500 + 1 });
    expect((await operator.get<BatchListView>(BATCHES)).body.items.map((one) => one.id)).toEqual([id]);
    expect(await operator.post(`${BATCHES}/${id}/cancel`, { reason: 'Nhầm' })).toMatchObject({
      status: 409,
      body: { code: 'batch-ended', batchStatus: 'done' },
    });
  }, 120_000);

  it.each([3, 8, 14, 20])(
    'goes on where it was when the process died at its write no. %i',
    async (writes) => {
      const numbers = await file(120);
      const { batches, chunks } = system.get(BatchBook);
      const death = killedAfter(writes, [batches, chunks]);
      const { body } = await operator.post<{ id?: string }>(
        BATCHES,
        { action: 'stop', cases: { procedureGroup: 'birth' }, reason: REASON },
        'k',
      );
      await death;
      await system.reopen();
      await serve();
      const id = body.id ?? (await start({ action: 'stop', cases: { procedureGroup: 'birth' } }, 'k'));
      expect(await ended(id)).toMatchObject({ status: 'done', total: 120, succeeded: 120 });
      expect(await stopped()).toBe(120);
      await closed(id);
      const log = (await operator.audit()).filter(({ operation }) => operation === id);
      // Each once; what was in hand at the death is taken up again when its lease has run out, so in whatever order.
      const audited = log.filter(({ action }) => action === 'case.stop').map(({ target }) => target);
      expect(audited.sort()).toEqual([...numbers].sort());
      expect(log.filter(({ action }) => action === 'batch.end')).toHaveLength(1);
      expect(await operator.verify()).toMatchObject({ valid: true, entries: 2 + 120 + 1 });
    },
    120_000,
  );

  it('redrives incidents by their error', async () => {
    const poison = new Poison(system.runtime.engines, 'civil-registry');
    const numbers = await file(60);
    poison.broken = false;
    const id = await start({ action: 'retry', incidents: { service: 'civil-registry', error: 'on fire' } });
    expect(await ended(id)).toMatchObject({ total: 60, succeeded: 60, failed: 0, skipped: 0 });
    expect((await items(id)).map(({ dossierNumber }) => dossierNumber)).toEqual([...numbers].sort());
    expect((await operator.get<{ total: number }>('/v1/operations/incidents')).body.total).toBe(0);
  }, 60_000);

  it('takes up no more once it is cancelled, and says how far it came', async () => {
    await file(300);
    Object.assign(system.get(BatchPace), { sliceMs: 200 });
    const id = await start({ action: 'stop', cases: { procedureGroup: 'birth' } });
    await eventually(
      () => view(id),
      ({ succeeded }) => succeeded > 0,
    );
    const cancelled = await operator.post<BatchView>(`${BATCHES}/${id}/cancel`, { reason: 'Nhầm' });
    expect(cancelled.body.status).toBe('cancelled');
    await closed(id);
    const { succeeded, total } = await view(id);
    expect(total).toBe(300);
    expect(succeeded).toBeLessThan(300);
    expect(await stopped()).toBe(succeeded);
    expect(await items(id, '&result=waiting')).toHaveLength(300 - succeeded);
    expect((await operator.audit()).at(-1)).toMatchObject({
      action: 'batch.end',
      outcome: 'failed',
      after: { status: 'cancelled', succeeded },
    });
  }, 120_000);

  it.each([
    [{ action: 'stop' }, [{ pointer: '/cases', code: 'required' }]],
    [{ action: 'stop', cases: {} }, [{ pointer: '/cases', code: 'empty' }]],
    [{ action: 'retry', cases: { province: '01' } }, [{ pointer: '/incidents' }, { pointer: '/cases' }]],
    [{ action: 'cancel', cases: { province: '01' } }, [{ pointer: '/action' }]],
    [
      { action: 'stop', cases: { provinces: '01' } },
      [{ pointer: '/cases/provinces', code: 'unknown-field' }],
    ],
  ])('refuses %j', async (body, errors) => {
    const answer = await operator.post(BATCHES, { reason: REASON, ...body });
    expect(answer).toMatchObject({ status: 400, body: { errors } });
  });

  it('finds no other batch', async () => {
    expect((await operator.get(`${BATCHES}/b-none`)).status).toBe(404);
    expect((await operator.post(`${BATCHES}/b-none/cancel`, { reason: REASON })).status).toBe(404);
    expect((await operator.get(`${BATCHES}?cursor=x`)).status).toBe(400);
  });
});
