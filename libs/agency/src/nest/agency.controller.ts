import { Body, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Reason } from '@lienthong/contracts';
import { AGENCY_ROLES, principalOf, Roles } from '@lienthong/platform';
import { OfficerDecisionRefused } from '../domain/agency.errors';
import { AgencyDesk } from './agency-desk';
import { AGENCY_RECORD, DocumentedAgency, pageOf, WORK_ITEM } from './agency.documentation';
import { OfficerDecisionBody, WorkItemQuery } from './agency.dto';
import { faultProblem, recordNotFound } from './agency.problems';
import { type RecordBody, recordBody, type WorkItemBody, workItemBody } from './agency.view';
import { OfficersDesk } from './officers-desk';

/** The HTTP of one agency; each agency's controller extends it under its own path. */
@Roles(...AGENCY_ROLES)
export abstract class AgencyController {
  protected constructor(private readonly desk: AgencyDesk) {}

  @Get('work-items')
  @DocumentedAgency({
    summary: 'Danh sách công việc — work items, by office and status',
    description:
      'Each with its `procedureGroup`, and while it has no result with the `procedures` to decide on.',
    answers: pageOf(WORK_ITEM),
    refuses: ['forbidden-office'],
  })
  async workItems(
    @Query() { office, status, limit, cursor }: WorkItemQuery,
    @Req() request: FastifyRequest,
  ): Promise<{ items: readonly WorkItemBody[]; nextCursor?: string }> {
    const { items, nextId } = await this.deskOf(request).list({ office, status, limit, afterId: cursor });
    return {
      items: items.map((found) => workItemBody(this.desk.agency, found)),
      ...(nextId !== undefined && { nextCursor: nextId }),
    };
  }

  @Get('work-items/:id')
  @DocumentedAgency({
    summary: 'Một công việc — one work item',
    answers: WORK_ITEM,
    refuses: ['forbidden-office', 'work-item-unknown'],
  })
  async workItem(@Param('id') id: string, @Req() request: FastifyRequest): Promise<WorkItemBody> {
    const found = await this.deskOf(request).find(id);
    if (!found) throw faultProblem('work-item-unknown');
    return workItemBody(this.desk.agency, found);
  }

  @Post('work-items/:id/decision')
  @HttpCode(200)
  @DocumentedAgency({
    summary: 'Quyết định của cán bộ — an officer decides (AGENCY_MODE=manual)',
    answers: WORK_ITEM,
    refuses: [
      'forbidden-office',
      'work-item-unknown',
      'agency-not-manual',
      'work-item-not-open',
      'verification-not-allowed',
    ],
  })
  async decide(
    @Param('id') id: string,
    @Body() { decision, reason, data, officer }: OfficerDecisionBody,
    @Req() request: FastifyRequest,
  ): Promise<WorkItemBody> {
    try {
      const found = await this.deskOf(request).decide(id, {
        type: 'officer.decided',
        decision,
        ...(reason !== undefined && { reason: officersReason(reason) }),
        ...(data && { data }),
        ...(officer !== undefined && { officer }),
      });
      return workItemBody(this.desk.agency, found);
    } catch (error) {
      throw error instanceof OfficerDecisionRefused ? faultProblem(error.code) : error;
    }
  }

  @Get('records/:id')
  @DocumentedAgency({
    summary: 'Bản ghi — what the agency holds of a dossier',
    answers: AGENCY_RECORD,
    refuses: ['forbidden-office', 'record-not-found'],
  })
  async record(@Param('id') id: string, @Req() request: FastifyRequest): Promise<RecordBody> {
    const found = await this.deskOf(request).find(id);
    const body = found && recordBody(this.desk.agency, found);
    if (!body) throw recordNotFound();
    return body;
  }

  private deskOf(request: FastifyRequest): OfficersDesk {
    return new OfficersDesk(this.desk, principalOf(request));
  }
}

/** The officer writes in one language; both readers are shown it. */
function officersReason(text: string): Reason {
  return { code: 'officer-decision', vi: text, en: text };
}
