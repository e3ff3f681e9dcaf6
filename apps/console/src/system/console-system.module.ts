import { Module } from '@nestjs/common';
import { LiveModule } from '../live/live.module';
import { ReadModelModule } from '../read-model/read-model.module';
import { SystemController } from './system.controller';
import { SystemFigures } from './system-figures';
import { SystemWatch } from './system-watch';

/** Needs `ServiceStatuses`, `REPLAY_NOTICES`, `Settings` and `Clock` from a global module. */
@Module({
  imports: [LiveModule, ReadModelModule],
  controllers: [SystemController],
  providers: [SystemFigures, SystemWatch],
  exports: [SystemFigures],
})
export class ConsoleSystemModule {}
