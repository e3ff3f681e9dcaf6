import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module';
import { BatchBook } from '../batches/batch-book';
import { BatchItems } from '../batches/batch-items';
import { BatchLoop } from '../batches/batch-loop';
import { BatchPace } from '../batches/batch-pace';
import { BatchSelector } from '../batches/batch-selector';
import { BatchWorker } from '../batches/batch-worker';
import { BatchesController } from '../batches/batches.controller';
import { ConsoleIncidentsController } from '../incidents/incidents.controller';
import { LiveModule } from '../live/live.module';
import { ReadModelModule } from '../read-model/read-model.module';
import { CommandPerformer } from './command-performer';
import { OperationPace } from './operation-pace';
import { OperationResumer } from './operation-resumer';
import { OperationRunner } from './operation-runner';
import { OperationsController } from './operations.controller';

/**
 * What operators and officers do, one thing or ten thousand at once, each on the audit log. A global module must provide
 * `Engines`, `Clock`, `CASE_QUERIES`, `CASE_ACTIONS`, `Incidents` and `Desks`.
 */
@Module({
  imports: [AuditModule, LiveModule, ReadModelModule],
  controllers: [OperationsController, ConsoleIncidentsController, BatchesController],
  providers: [
    OperationPace,
    OperationRunner,
    OperationResumer,
    CommandPerformer,
    BatchBook,
    BatchItems,
    BatchPace,
    BatchSelector,
    BatchWorker,
    BatchLoop,
  ],
})
export class OperationsModule {}
