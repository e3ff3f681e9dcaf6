import { Module } from '@nestjs/common';
import { ReadModelModule } from '../read-model/read-model.module';
import { ConsoleSystemModule } from '../system/console-system.module';
import { Overview } from './overview';
import { OverviewController } from './overview.controller';

/** Needs `Clock` from a global module. */
@Module({
  imports: [ReadModelModule, ConsoleSystemModule],
  controllers: [OverviewController],
  providers: [Overview],
})
export class OverviewModule {}
