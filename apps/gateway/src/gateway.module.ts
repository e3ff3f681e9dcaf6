import { Module } from '@nestjs/common';
import { CASE_ACTIONS, REPLAY_NOTICES } from '@lienthong/contracts';
import { ActionsController } from './actions/actions.controller';
import { ActionsService } from './actions/actions.service';
import { ApplicantConsumer } from './actions/applicant.consumer';
import { OperatorGuard } from './actions/operator.guard';
import { BatchController } from './batch/batch.controller';
import { BatchService } from './batch/batch.service';
import { GatewayCaseActions } from './internal/gateway-case-actions';
import { AdmissionService } from './intake/admission.service';
import { DossierValidator } from './intake/dossier.validator';
import { DossiersController } from './intake/dossiers.controller';
import { IntakeService } from './intake/intake.service';
import { RecentSubmissions } from './intake/recent-submissions';
import { CaseReader } from './reads/case-reader';
import { CasesController } from './reads/cases.controller';
import { EventsController } from './reads/events.controller';
import { ReplayNoticeController } from './replay/replay-notice.controller';
import { StoredReplayNotices } from './replay/replay-notices';
import { SimulationController } from './simulation/simulation.controller';
import { ProblemsController } from './system/problems.controller';

/**
 * The API for integrators. A global module must provide `Engines`, `Clock`, `Settings`, `Metrics`, `GEOGRAPHY`,
 * `CASE_QUERIES`, `CASE_FEED` and `SIMULATION_CONTROL`; `Backpressure` is optional.
 */
@Module({
  controllers: [
    DossiersController,
    BatchController,
    CasesController,
    EventsController,
    ActionsController,
    ApplicantConsumer,
    SimulationController,
    ReplayNoticeController,
    ProblemsController,
  ],
  providers: [
    DossierValidator,
    RecentSubmissions,
    IntakeService,
    AdmissionService,
    BatchService,
    CaseReader,
    ActionsService,
    OperatorGuard,
    { provide: CASE_ACTIONS, useClass: GatewayCaseActions },
    StoredReplayNotices,
    { provide: REPLAY_NOTICES, useExisting: StoredReplayNotices },
  ],
  exports: [IntakeService, ActionsService, CaseReader, CASE_ACTIONS, REPLAY_NOTICES],
})
export class GatewayModule {}
