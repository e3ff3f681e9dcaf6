import { Module } from '@nestjs/common';
import { provideAgencyDesk } from '@lienthong/agency';
import { BENEFIT_LEVELS } from './benefit-levels';
import { socialBenefits } from './social-benefits.agency';
import { SocialBenefitsConsumer } from './social-benefits.consumer';
import { SocialBenefitsController } from './social-benefits.controller';

/** Needs `Engines`, `Clock` and `Settings` from the process it runs in. */
@Module({
  controllers: [SocialBenefitsConsumer, SocialBenefitsController],
  providers: [provideAgencyDesk('social-benefits', (calendar) => socialBenefits(calendar, BENEFIT_LEVELS))],
})
export class SocialBenefitsModule {}
