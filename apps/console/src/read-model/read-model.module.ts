import { Module } from '@nestjs/common';
import { CaseSelections } from '../batches/selections.port';
import { CaseConditions } from '../cases/case-conditions';
import { CaseList } from '../cases/case-list';
import { CaseListController } from '../cases/case-list.controller';
import { CaseSelectionReader } from '../cases/case-selection-reader';
import { Indicators } from '../indicators/indicators';
import { IndicatorsController } from '../indicators/indicators.controller';
import { CASE_RECORDS, caseRecordsProvider } from './case-records';
import { Flow } from './flow';
import { Freshness } from './freshness';
import { GapCloser } from './gap-closer';
import { GapWatch } from './gap-watch';
import { ReadModelConsumer } from './read-model.consumer';
import { ReadModelStatus } from './read-model-status';
import { OwnerlessCases } from './ownerless-cases';
import { Rebuild } from './rebuild';
import { StandingCases } from './standing-cases';

/**
 * What the console knows of the cases, from their events, and what reads nothing else. A global module must provide
 * `Engines`, `Clock`, `Settings`, `Metrics`, `Incidents`, `CASE_QUERIES` and `CASE_HISTORIES`.
 */
@Module({
  controllers: [ReadModelConsumer, CaseListController, IndicatorsController],
  providers: [
    caseRecordsProvider,
    GapWatch,
    GapCloser,
    Rebuild,
    Freshness,
    Flow,
    StandingCases,
    OwnerlessCases,
    CaseConditions,
    ReadModelStatus,
    CaseList,
    CaseSelectionReader,
    { provide: CaseSelections, useExisting: CaseSelectionReader },
    Indicators,
  ],
  exports: [CASE_RECORDS, CaseSelections, CaseSelectionReader, ReadModelStatus, Freshness, Flow],
})
export class ReadModelModule {}
