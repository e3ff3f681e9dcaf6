import { Body, Controller, Get, HttpCode, Put } from '@nestjs/common';
import { Clock } from '@lienthong/clock';
import { type ReplayAnswer } from '@lienthong/contracts';
import { OPERATOR_ROLES, parseInstant, Problem, Roles, toVietnamIso } from '@lienthong/platform';
import { DocumentedReplay, DocumentedReplayNotice } from '../api-docs/operations.decorators';
import { ReplayNoticeForm } from './replay-notice.form';
import { StoredReplayNotices } from './replay-notices';

/** Which replay drives this system, and how far it is: told by the load tester itself. */
@Controller('v1/simulation/replay')
export class ReplayNoticeController {
  constructor(
    private readonly notices: StoredReplayNotices,
    private readonly clock: Clock,
  ) {}

  /** @throws Problem 400: where the clock is the real one nothing is replayed */
  @Put()
  @HttpCode(204)
  @Roles(...OPERATOR_ROLES)
  @DocumentedReplayNotice()
  async tell(@Body() { startedAt, ...notice }: ReplayNoticeForm): Promise<void> {
    if (this.clock.kind === 'system')
      throw Problem.validation([{ pointer: '', code: 'simulation-clock-only' }]);
    const began = parseInstant(startedAt);
    if (began === undefined) throw Problem.validation([{ pointer: '/startedAt', code: 'not-an-instant' }]);
    await this.notices.tell({ ...notice, startedAt: toVietnamIso(began) });
  }

  @Get()
  @Roles(...OPERATOR_ROLES, 'service')
  @DocumentedReplay()
  latest(): Promise<ReplayAnswer> {
    return this.notices.latest();
  }
}
