import { Module } from '@nestjs/common';
import { provideAgencyDesk } from '@lienthong/agency';
import { residency } from './residency.agency';
import { ResidencyConsumer } from './residency.consumer';
import { ResidencyController } from './residency.controller';

/** Needs `Engines`, `Clock` and `Settings` from the process it runs in. */
@Module({
  controllers: [ResidencyConsumer, ResidencyController],
  providers: [provideAgencyDesk('residency', () => residency)],
})
export class ResidencyModule {}
