import { Module } from '@nestjs/common';
import { CalendarController } from './calendar/calendar.controller';
import { CaseController } from './case/case.controller';
import { LiveModule } from './live/live.module';
import { MachinesController } from './machines/machines.controller';
import { PlacesController } from './places/places.controller';
import { OverviewModule } from './overview/overview.module';
import { ReadModelModule } from './read-model/read-model.module';
import { SessionController } from './session/session.controller';
import { OperationsModule } from './operations/operations.module';
import { ConsoleSystemModule } from './system/console-system.module';

/**
 * The operator's console (bàn điều hành). A global module must provide `Engines`, `Clock`, `Settings`, `Metrics`,
 * `EventBus`, `CASE_QUERIES`, `CASE_HISTORIES`, `REPLAY_NOTICES`, `Incidents` and `ServiceStatuses`.
 */
@Module({
  imports: [LiveModule, ReadModelModule, OverviewModule, OperationsModule, ConsoleSystemModule],
  controllers: [CalendarController, CaseController, MachinesController, PlacesController, SessionController],
})
export class ConsoleModule {}
