import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import {
  CASE_QUERIES,
  type CaseInspection,
  type CaseQueries,
  type CaseView,
  type Dossier,
  type ProcessingTime,
  type TimelineEntry,
} from '@lienthong/contracts';
import { Problem, Roles } from '@lienthong/platform';
import { CaseListQuery, LanguageQuery, SubmitterQuery } from './case-queries.dto';

/** The sagas' records for the gateway of another process, as plain data: times in epoch ms. Not for the outside. */
@Controller('internal/v1/cases')
@ApiExcludeController()
@Roles('service')
export class CaseQueriesController {
  constructor(@Inject(CASE_QUERIES) private readonly cases: CaseQueries) {}

  @Get()
  list(@Query() { language, ...filter }: CaseListQuery): ReturnType<CaseQueries['list']> {
    return this.cases.list(filter, language);
  }

  @Get('without-owner')
  withoutOwner(): Promise<readonly string[]> {
    return this.cases.withoutOwner();
  }

  @Get(':dossierNumber')
  async find(
    @Param('dossierNumber') dossierNumber: string,
    @Query() { language, submittedBy }: LanguageQuery,
  ): Promise<CaseView> {
    return found(await this.cases.find(dossierNumber, language, submittedBy));
  }

  @Get(':dossierNumber/timeline')
  async timeline(
    @Param('dossierNumber') dossierNumber: string,
    @Query() { language, submittedBy }: LanguageQuery,
  ): Promise<readonly TimelineEntry[]> {
    return found(await this.cases.timeline(dossierNumber, language, submittedBy));
  }

  @Get(':dossierNumber/processing-time')
  async processingTime(
    @Param('dossierNumber') dossierNumber: string,
    @Query() { submittedBy }: SubmitterQuery,
  ): Promise<ProcessingTime> {
    return found(await this.cases.processingTime(dossierNumber, submittedBy));
  }

  @Get(':dossierNumber/dossier')
  async dossier(
    @Param('dossierNumber') dossierNumber: string,
    @Query() { submittedBy }: SubmitterQuery,
  ): Promise<Dossier> {
    return found(await this.cases.dossier(dossierNumber, submittedBy));
  }

  @Get(':dossierNumber/inspection')
  async inspect(
    @Param('dossierNumber') dossierNumber: string,
    @Query() { language }: LanguageQuery,
  ): Promise<CaseInspection> {
    return found(await this.cases.inspect(dossierNumber, language));
  }
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new Problem({ code: 'dossier-not-found' });
  return value;
}
