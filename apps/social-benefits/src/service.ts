import { type ServiceDefinition } from '@lienthong/service-host';
import { SocialBenefitsModule } from './social-benefits.module';

/** Run in a process of its own. */
export const socialBenefitsService: ServiceDefinition = {
  name: 'social-benefits',
  modules: [SocialBenefitsModule],
};
