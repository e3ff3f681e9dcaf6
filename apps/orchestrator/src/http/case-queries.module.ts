import { Module } from '@nestjs/common';
import { OrchestratorModule } from '../orchestrator.module';
import { CaseQueriesController } from './case-queries.controller';

/** The sagas with the HTTP that a gateway in another process reads them by. */
@Module({ imports: [OrchestratorModule], controllers: [CaseQueriesController] })
export class CaseQueriesModule {}
