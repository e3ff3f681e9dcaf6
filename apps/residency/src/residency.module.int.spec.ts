import {
  MONDAY_AT_NINE,
  SAMPLE_CERTIFICATE,
  SAMPLE_NUMBER,
  sampleBirth,
} from '../../../libs/agency/test-support';
import { ServiceBench } from '../../../libs/agency/test-support/service-bench';
import { ResidencyModule } from './residency.module';

const URL = '/v1/agencies/residency';
const ITEM = `${URL}/work-items/${SAMPLE_NUMBER}`;

let service: ServiceBench;

afterEach(() => service.close());

async function start(mode: 'auto' | 'manual'): Promise<void> {
  service = await ServiceBench.open(ResidencyModule, 'residency.events', { AGENCY_MODE: mode });
}

async function request(dossierNumber = SAMPLE_NUMBER, now = MONDAY_AT_NINE): Promise<void> {
  const data = {
    attempt: 1,
    procedures: ['permanent-residence'],
    office: '00004',
    policy: 'nd63',
    dossier: sampleBirth({ simulation: {} }),
    dueAt: MONDAY_AT_NINE + 86_400_000,
    certificate: SAMPLE_CERTIFICATE,
    personalId: '001226000001',
  };
  await service.deliver('residency.commands', 'vn.lienthong.work.requested.v1', dossierNumber, data, now);
}

describe('the residency service', () => {
  it('takes a command from the bus, works it by its timer and reports on its own topic', async () => {
    await start('auto');
    await request();
    expect(await service.fireNext()).toBe(true);
    expect(service.published.map(({ type, subject }) => ({ type, subject }))).toEqual([
      { type: 'vn.lienthong.work.received.v1', subject: SAMPLE_NUMBER },
      { type: 'vn.lienthong.residence.registered.v1', subject: SAMPLE_NUMBER },
    ]);
    expect(await service.fireNext()).toBe(false);
    const { status, body } = await service.http('GET', `${URL}/records/${SAMPLE_NUMBER}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: SAMPLE_NUMBER,
      agency: 'residency',
      office: '00004',
      corrections: 0,
      record: { active: true, fullName: 'Nguyễn Minh Khôi' },
    });
  });

  it('shows officers what is on their desk', async () => {
    await start('manual');
    await request();
    await request('G22.99.08-20261116-0000002', Date.parse('2026-11-16T22:00:00+07:00'));
    const list = async (query: string): Promise<unknown[]> =>
      (await service.http('GET', `${URL}/work-items${query}`)).body['items'] as unknown[];
    expect(await list('?office=00004')).toHaveLength(2);
    expect(await list('?office=00008')).toEqual([]);
    expect(await list('?office=00004&status=working')).toEqual([
      {
        id: SAMPLE_NUMBER,
        agency: 'residency',
        office: '00004',
        dossierNumber: SAMPLE_NUMBER,
        procedureGroup: 'birth',
        procedures: ['permanent-residence'],
        localNumber: 'CT.00004-261116-0001',
        status: 'working',
        attempt: 1,
        receivedAt: '2026-11-16T09:00:00.000+07:00',
        startedAt: '2026-11-16T09:00:00.000+07:00',
        dueAt: '2026-11-17T09:00:00.000+07:00',
      },
    ]);
    expect(await list('?status=queued')).toHaveLength(1);
    const { body } = await service.http('GET', `${URL}/work-items?limit=1`);
    expect(body['nextCursor']).toBe(SAMPLE_NUMBER);
    expect(await list(`?limit=1&cursor=${SAMPLE_NUMBER}`)).toMatchObject([
      { id: 'G22.99.08-20261116-0000002' },
    ]);
  });

  it('lets an officer decide, once', async () => {
    await start('manual');
    await request();
    const decision = {
      decision: 'refuse',
      reason: 'Chưa có chỗ ở hợp pháp',
      data: { room: '2' },
      officer: 'CB-07',
    };
    const first = await service.http('POST', `${ITEM}/decision`, decision);
    expect(first.status).toBe(200);
    expect(first.body).toMatchObject({
      status: 'decided',
      officer: 'CB-07',
      note: { room: '2' },
      reason: { code: 'officer-decision', vi: 'Chưa có chỗ ở hợp pháp' },
    });
    const again = await service.http('POST', `${ITEM}/decision`, decision);
    expect([again.status, again.body['code']]).toEqual([409, 'work-item-not-open']);
    expect(await service.fireNext()).toBe(false);
    expect(service.reported.map(({ type }) => type)).toEqual(['vn.lienthong.residence.refused.v1']);
  });

  it('answers what cannot be with problems', async () => {
    await start('manual');
    const code = async (method: 'GET' | 'POST', url: string, payload?: object): Promise<unknown> => {
      const { status, body } = await service.http(method, url, payload);
      return [status, body['code']];
    };
    expect(await code('POST', `${ITEM}/decision`, { decision: 'approve' })).toEqual([
      404,
      'work-item-unknown',
    ]);
    expect(await code('POST', `${ITEM}/decision`, { decision: 'burn' })).toEqual([400, 'validation-failed']);
    expect(await code('POST', `${ITEM}/decision`, { decision: 'approve', x: 1 })).toEqual([
      400,
      'validation-failed',
    ]);
    expect(await code('GET', `${URL}/work-items?status=lost`)).toEqual([400, 'validation-failed']);
    expect(await code('GET', `${URL}/work-items?limit=0`)).toEqual([400, 'validation-failed']);
    expect(await code('GET', `${URL}/records/none`)).toEqual([404, 'record-not-found']);
    await request();
    expect(await code('GET', `${URL}/records/${SAMPLE_NUMBER}`)).toEqual([404, 'record-not-found']);
    expect(service.reported).toEqual([]);
  });

  it('has no place for officers in automatic mode', async () => {
    await start('auto');
    await request();
    const { status, body } = await service.http('POST', `${ITEM}/decision`, { decision: 'approve' });
    expect([status, body['code']]).toEqual([409, 'agency-not-manual']);
  });
});
