import { type INestApplicationContext } from '@nestjs/common';
import { AgencyDesk } from '@lienthong/agency';
import { type LinkedAgencyId } from '@lienthong/contracts';
import { CivilRegistryModule } from '../../apps/civil-registry/src/civil-registry.module';
import { HealthInsuranceModule } from '../../apps/health-insurance/src/health-insurance.module';
import { ResidencyModule } from '../../apps/residency/src/residency.module';
import { SocialBenefitsModule } from '../../apps/social-benefits/src/social-benefits.module';

export type Desks = Readonly<Record<LinkedAgencyId, AgencyDesk>>;

/** Every agency's own desk, as its controller has it. */
export function desksOf(app: INestApplicationContext): Desks {
  return {
    'civil-registry': app.select(CivilRegistryModule).get(AgencyDesk, { strict: true }),
    residency: app.select(ResidencyModule).get(AgencyDesk, { strict: true }),
    'health-insurance': app.select(HealthInsuranceModule).get(AgencyDesk, { strict: true }),
    'social-benefits': app.select(SocialBenefitsModule).get(AgencyDesk, { strict: true }),
  };
}
