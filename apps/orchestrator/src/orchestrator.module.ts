import { Module } from '@nestjs/common';
import { CASE_HISTORIES, CASE_QUERIES } from '@lienthong/contracts';
import { CaseCountsMetrics } from './case-counts.metrics';
import { StoredCaseHistories } from './case-histories';
import { CaseConsumer } from './case.consumer';
import { CASE_ENGINE, caseEngineProvider } from './case.engine';
import { CaseMetrics } from './case.metrics';
import { OwnershipMetrics } from './ownership.metrics';
import { StoredCaseQueries } from './stored-case-queries';

/** The sagas. Needs `Engines`, `Clock` and `Metrics` from the process it runs in. */
@Module({
  controllers: [CaseConsumer],
  providers: [
    CaseMetrics,
    OwnershipMetrics,
    CaseCountsMetrics,
    caseEngineProvider,
    { provide: CASE_QUERIES, useClass: StoredCaseQueries },
    { provide: CASE_HISTORIES, useClass: StoredCaseHistories },
  ],
  exports: [CASE_QUERIES, CASE_HISTORIES, CASE_ENGINE],
})
export class OrchestratorModule {}
