import { Controller, Get, Headers, Inject, Param, Res } from '@nestjs/common';
import { type FastifyReply } from 'fastify';
import { CASE_QUERIES, type CaseDetail, type CaseQueries } from '@lienthong/contracts';
import { Incidents } from '@lienthong/incidents';
import { CONSOLE_ROLES, languageOf, Problem, Roles } from '@lienthong/platform';
import { Documented } from '../api-docs/documented';
import { caseDetail } from './case-detail';

/** More stand still for one case only where something is very wrong. */
const MOST_INCIDENTS = 50;

/** Một hồ sơ: everything known of one case. */
@Controller('v1/operations/cases')
@Roles(...CONSOLE_ROLES)
export class CaseController {
  constructor(
    @Inject(CASE_QUERIES) private readonly cases: CaseQueries,
    private readonly incidents: Incidents,
  ) {}

  @Get(':dossierNumber')
  @Documented({
    summary: 'Một hồ sơ — statechart, timeline, clocks, messages, incidents, allowed actions',
    description: 'Personal data are masked; `POST …/dossier` reveals them, on the record.',
    refuses: ['dossier-not-found', 'service-unavailable'],
  })
  async detail(
    @Param('dossierNumber') dossierNumber: string,
    @Headers('accept-language') accept: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseDetail> {
    const language = languageOf(accept);
    void reply.headers({ 'content-language': language, vary: 'Accept-Language' });
    const [inspection, incidents] = await Promise.all([
      this.cases.inspect(dossierNumber, language),
      this.incidents.list({ dossierNumber, limit: MOST_INCIDENTS }),
    ]);
    if (!inspection) throw new Problem({ code: 'dossier-not-found' });
    return caseDetail(inspection, incidents.items);
  }
}
