import { Module } from '@nestjs/common';
import { provideAgencyDesk } from '@lienthong/agency';
import { healthInsurance } from './health-insurance.agency';
import { HealthInsuranceConsumer } from './health-insurance.consumer';
import { HealthInsuranceController } from './health-insurance.controller';

/** Needs `Engines`, `Clock` and `Settings` from the process it runs in. */
@Module({
  controllers: [HealthInsuranceConsumer, HealthInsuranceController],
  providers: [provideAgencyDesk('health-insurance', () => healthInsurance)],
})
export class HealthInsuranceModule {}
