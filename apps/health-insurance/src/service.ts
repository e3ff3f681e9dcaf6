import { type ServiceDefinition } from '@lienthong/service-host';
import { HealthInsuranceModule } from './health-insurance.module';

/** Run in a process of its own. */
export const healthInsuranceService: ServiceDefinition = {
  name: 'health-insurance',
  modules: [HealthInsuranceModule],
};
