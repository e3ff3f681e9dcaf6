import {
  MONDAY_AT_NINE,
  SAMPLE_CERTIFICATE,
  SAMPLE_NUMBER,
  sampleDeath,
} from '../../../libs/agency/test-support';
import { ServiceBench } from '../../../libs/agency/test-support/service-bench';
import { SocialBenefitsModule } from './social-benefits.module';

it('takes a command from the bus, works it, reports on its own topic and keeps a record', async () => {
  const service = await ServiceBench.open(SocialBenefitsModule, 'social-benefits.events');
  const data = {
    attempt: 1,
    procedures: ['funeral-allowance'],
    office: '01',
    policy: 'nd63',
    dossier: sampleDeath({ simulation: {} }),
    dueAt: MONDAY_AT_NINE + 86_400_000,
    certificate: SAMPLE_CERTIFICATE,
    personalId: '001226000001',
  };
  await service.deliver(
    'social-benefits.commands',
    'vn.lienthong.work.requested.v1',
    SAMPLE_NUMBER,
    data,
    MONDAY_AT_NINE,
  );
  await service.fireNext();
  expect(service.published.at(-1)?.type).toBe('vn.lienthong.benefit.decided.v1');
  const { status, body } = await service.http('GET', `/v1/agencies/social-benefits/records/${SAMPLE_NUMBER}`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ agency: 'social-benefits', record: { active: true } });
  await service.close();
});
