import { Controller, Get, Inject } from '@nestjs/common';
import { Clock } from '@lienthong/clock';
import { REPLAY_NOTICES, type ReplayNotices, type SystemView } from '@lienthong/contracts';
import { CONSOLE_ROLES, programVersion, Roles, Settings, toVietnamIso } from '@lienthong/platform';
import { Documented } from '../api-docs/documented';
import { ReadModelStatus } from '../read-model/read-model-status';
import { clockView } from '../session/clock-view';
import { SystemFigures } from './system-figures';

/** Hệ thống: how every service is. */
@Controller('v1/operations/system')
@Roles(...CONSOLE_ROLES)
export class SystemController {
  constructor(
    private readonly figures: SystemFigures,
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly readModel: ReadModelStatus,
    @Inject(REPLAY_NOTICES) private readonly replays: ReplayNotices,
  ) {}

  @Get()
  @Documented({
    summary: 'Hệ thống — lag, outbox age, timers, cases without owner, clock, versions, replay in progress',
    description: 'A service that does not answer is `up: false`. Figures are at most two seconds old.',
  })
  async system(): Promise<SystemView> {
    const [{ services, incidents, casesWithoutOwner }, readModel, replay] = await Promise.all([
      this.figures.read(),
      this.readModel.view(),
      this.replays.latest(),
    ]);
    return {
      asOf: toVietnamIso(this.clock.now()),
      version: programVersion(),
      node: process.version,
      bus: this.settings.eventBus,
      store: this.settings.store,
      clock: clockView(this.clock, this.settings),
      casesWithoutOwner,
      incidents,
      services,
      ...replay,
      readModel,
    };
  }
}
