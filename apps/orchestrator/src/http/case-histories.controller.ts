import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CASE_HISTORIES, type CaseHistories, type CaseHistory } from '@lienthong/contracts';
import { Roles } from '@lienthong/platform';
import { HistoriesByNumberQuery, HistoryPageQuery } from './case-histories.dto';

/** The sagas' log of record, for read models that another process builds anew. Not for the outside. */
@Controller('internal/v1/case-histories')
@ApiExcludeController()
@Roles('service')
export class CaseHistoriesController {
  constructor(@Inject(CASE_HISTORIES) private readonly histories: CaseHistories) {}

  @Get()
  page(@Query() { after, limit }: HistoryPageQuery): Promise<readonly CaseHistory[]> {
    return this.histories.page(after, limit);
  }

  @Get('of')
  of(@Query() { dossierNumbers }: HistoriesByNumberQuery): Promise<readonly CaseHistory[]> {
    return this.histories.of(dossierNumbers);
  }
}
