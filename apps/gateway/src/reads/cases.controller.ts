import { Controller, Get, Headers, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { DOSSIER_ROLES, languageOf, Problem, Roles, submitterSeenBy } from '@lienthong/platform';
import { DocumentedList, DocumentedRead } from '../api-docs/operations.decorators';
import { GEOGRAPHY, type Places } from '../ports';
import { CaseReader } from './case-reader';
import { readListQuery } from './list-query';
import { presentCase, presentEntry, presentProcessingTime } from './presentation';

type Json = Readonly<Record<string, unknown>>;

/** Tra cứu hồ sơ. */
@Controller('v1/dossiers')
@Roles(...DOSSIER_ROLES)
export class CasesController {
  constructor(
    private readonly cases: CaseReader,
    @Inject(GEOGRAPHY) private readonly places: Places,
  ) {}

  @Get()
  @DocumentedList()
  async list(
    @Query() query: Readonly<Record<string, unknown>>,
    @Headers('accept-language') accept: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Json> {
    const submittedBy = submitterSeenBy(request);
    const reading = readListQuery(query, this.places);
    if (!reading.ok) throw Problem.validation(reading.errors);
    const filter = { ...reading.value, ...(submittedBy !== undefined && { submittedBy }) };
    const { items, nextCursor } = await this.cases.list(filter, speak(accept, reply));
    return { items: items.map(presentCase), ...(nextCursor === undefined ? {} : { nextCursor }) };
  }

  @Get(':dossierNumber')
  @DocumentedRead('dossierStatus', 'Case', 'Trạng thái hồ sơ — status')
  async status(
    @Param('dossierNumber') dossierNumber: string,
    @Headers('accept-language') accept: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Json> {
    const language = speak(accept, reply);
    return presentCase(await this.cases.find(dossierNumber, language, submitterSeenBy(request)));
  }

  @Get(':dossierNumber/timeline')
  @DocumentedRead('dossierTimeline', 'Timeline', 'Quá trình xử lý — timeline, oldest first')
  async timeline(
    @Param('dossierNumber') dossierNumber: string,
    @Headers('accept-language') accept: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Json> {
    const language = speak(accept, reply);
    const entries = await this.cases.timeline(dossierNumber, language, submitterSeenBy(request));
    return { entries: entries.map(presentEntry) };
  }

  @Get(':dossierNumber/processing-time')
  @DocumentedRead(
    'dossierProcessingTime',
    'ProcessingTime',
    'Thời gian xử lý — every millisecond accounted for',
  )
  async processingTime(
    @Param('dossierNumber') dossierNumber: string,
    @Req() request: FastifyRequest,
  ): Promise<Json> {
    return presentProcessingTime(await this.cases.processingTime(dossierNumber, submitterSeenBy(request)));
  }
}

function speak(accept: string | undefined, reply: FastifyReply): 'vi' | 'en' {
  const language = languageOf(accept);
  void reply.headers({ 'content-language': language, vary: 'Accept-Language' });
  return language;
}
