import { MONDAY_AT_NINE } from '../../../libs/agency/test-support';
import { ServiceBench } from '../../../libs/agency/test-support/service-bench';
import { JudicialRecordsModule } from './judicial-records.module';
import { personReference } from './person-reference';

const URL = '/v1/agencies/judicial-records';
const PERSON = '001045022222';
const REFERENCE = personReference(PERSON);

let service: ServiceBench;

beforeEach(async () => {
  service = await ServiceBench.open(JudicialRecordsModule, 'judicial-records.events');
});

afterEach(() => service.close());

function tell(type: string, dossierNumber: string): Promise<void> {
  const data = { registrySubject: { personalId: PERSON } };
  return service.deliver('civil-registry.events', type, dossierNumber, data, MONDAY_AT_NINE);
}

describe('the judicial-records service', () => {
  it('hears of a death, examines it in office hours and acknowledges', async () => {
    await tell('vn.lienthong.death.registered.v1', 'a');
    const queued = await service.http('GET', `${URL}/work-items?status=queued`);
    expect(queued.body['items']).toMatchObject([{ id: REFERENCE, dossierNumber: 'a', overdue: false }]);
    expect(JSON.stringify(queued.body)).not.toContain(PERSON);
    await service.fireNext();
    expect(service.published).toHaveLength(1);
    const [acknowledgement] = service.published;
    expect(acknowledgement?.subject).toBe('a');
    expect(JSON.stringify(acknowledgement)).not.toContain(PERSON);
    const { body } = await service.http('GET', `${URL}/records/${REFERENCE}`);
    expect(body).toMatchObject({ id: REFERENCE, record: { personalId: PERSON } });
  });

  it('leaves births alone, but counts them', async () => {
    await tell('vn.lienthong.birth.registered.v1', 'a');
    expect((await service.http('GET', `${URL}/work-items`)).body['items']).toEqual([]);
    const counted = await service.metrics.getSingleMetricAsString(
      'lienthong_criminal_records_not_applicable_total',
    );
    expect(counted).toMatch(/_total 1$/m);
  });

  it('is no desk for officers', async () => {
    const decision = await service.http('POST', `${URL}/work-items/x/decision`, { decision: 'approve' });
    expect([decision.status, decision.body['code']]).toEqual([409, 'agency-not-manual']);
    expect((await service.http('GET', `${URL}/records/x`)).status).toBe(404);
  });
});
