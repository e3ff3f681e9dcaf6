import {
  MONDAY_AT_NINE,
  SAMPLE_CERTIFICATE,
  SAMPLE_NUMBER,
  sampleBirth,
} from '../../../libs/agency/test-support';
import { ServiceBench } from '../../../libs/agency/test-support/service-bench';
import { HealthInsuranceModule } from './health-insurance.module';

it('takes a command from the bus, works it, reports on its own topic and keeps a record', async () => {
  const service = await ServiceBench.open(HealthInsuranceModule, 'health-insurance.events');
  const data = {
    attempt: 1,
    procedures: ['health-insurance-card'],
    office: '01',
    policy: 'nd63',
    dossier: sampleBirth({ simulation: {} }),
    dueAt: MONDAY_AT_NINE + 86_400_000,
    certificate: SAMPLE_CERTIFICATE,
    personalId: '001226000001',
  };
  await service.deliver(
    'health-insurance.commands',
    'vn.lienthong.work.requested.v1',
    SAMPLE_NUMBER,
    data,
    MONDAY_AT_NINE,
  );
  await service.fireNext();
  expect(service.published.at(-1)?.type).toBe('vn.lienthong.health-card.issued.v1');
  const { status, body } = await service.http(
    'GET',
    `/v1/agencies/health-insurance/records/${SAMPLE_NUMBER}`,
  );
  expect(status).toBe(200);
  expect(body).toMatchObject({ agency: 'health-insurance', record: { active: true } });
  await service.close();
});
