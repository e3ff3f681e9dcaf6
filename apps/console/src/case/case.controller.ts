import { Controller, Get, Headers, Inject, Param, Req, Res } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import {
  CASE_QUERIES,
  type CaseDetail,
  type CaseInspection,
  type CaseQueries,
  type Language,
} from '@lienthong/contracts';
import { Incidents } from '@lienthong/incidents';
import {
  callerOf,
  CONSOLE_ROLES,
  languageOf,
  mayDo,
  type Principal,
  Problem,
  Roles,
  seesOffice,
} from '@lienthong/platform';
import { Documented } from '../api-docs/documented';
import { caseDetail, deskDetail } from './case-detail';

/** More stand still for one case only where something is very wrong. */
const MOST_INCIDENTS = 50;

/** Một hồ sơ: everything known of one case. */
@Controller('v1/operations/cases')
@Roles(...CONSOLE_ROLES, 'officer')
export class CaseController {
  constructor(
    @Inject(CASE_QUERIES) private readonly cases: CaseQueries,
    private readonly incidents: Incidents,
  ) {}

  @Get(':dossierNumber')
  @Documented({
    summary: 'Một hồ sơ — statechart, timeline, clocks, messages, incidents, allowed actions',
    description:
      'Personal data are masked; `POST …/dossier` reveals them, on the record. Officers read the cases that their own agency and offices were asked to work on, without messages, incidents and actions; of others they are told 404.',
    refuses: ['dossier-not-found', 'service-unavailable'],
  })
  async detail(
    @Param('dossierNumber') dossierNumber: string,
    @Headers('accept-language') accept: string | undefined,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CaseDetail> {
    const caller = callerOf(request);
    const language = languageOf(accept);
    void reply.headers({ 'content-language': language, vary: 'Accept-Language' });
    const detail = mayDo(caller, 'read-cases')
      ? await this.whole(dossierNumber, language)
      : await this.atDesk(dossierNumber, language, caller);
    if (!detail) throw new Problem({ code: 'dossier-not-found' });
    return detail;
  }

  private async whole(dossierNumber: string, language: Language): Promise<CaseDetail | undefined> {
    const [inspection, incidents] = await Promise.all([
      this.cases.inspect(dossierNumber, language),
      this.incidents.list({ dossierNumber, limit: MOST_INCIDENTS }),
    ]);
    return inspection && caseDetail(inspection, incidents.items);
  }

  private async atDesk(
    dossierNumber: string,
    language: Language,
    officer: Principal,
  ): Promise<CaseDetail | undefined> {
    const inspection = await this.cases.inspect(dossierNumber, language);
    return inspection && hasWorkFor(officer, inspection) ? deskDetail(inspection) : undefined;
  }
}

/** Whether a case came to a desk of the officer's; before it does, it is nothing to them. */
function hasWorkFor(officer: Principal, { case: { procedures } }: CaseInspection): boolean {
  return procedures.some(
    ({ agency, office, startedAt }) => startedAt !== undefined && seesOffice(officer, agency, office),
  );
}
