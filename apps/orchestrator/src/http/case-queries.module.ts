import { Module } from '@nestjs/common';
import { OrchestratorModule } from '../orchestrator.module';
import { CaseHistoriesController } from './case-histories.controller';
import { CaseQueriesController } from './case-queries.controller';

/** The sagas with the HTTP that the gateway and the console read them by from other processes. */
@Module({ imports: [OrchestratorModule], controllers: [CaseQueriesController, CaseHistoriesController] })
export class CaseQueriesModule {}
