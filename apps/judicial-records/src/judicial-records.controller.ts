import { Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import { DocumentedAgency, faultProblem, pageOf, recordNotFound } from '@lienthong/agency';
import { AGENCY_ROLES, officesSeenBy, principalOf, Roles } from '@lienthong/platform';
import { PersonFileQuery } from './judicial-records.dto';
import { JudicialRecordsService } from './judicial-records.service';
import {
  personRecordBody,
  type PersonRecordBody,
  personWorkBody,
  type PersonWorkBody,
} from './person-file.view';

/** Ids are references of the service: a personal id does not belong into a URL. */
@ApiTags('judicial-records')
@Controller('v1/agencies/judicial-records')
@Roles(...AGENCY_ROLES)
export class JudicialRecordsController {
  constructor(private readonly records: JudicialRecordsService) {}

  @Get('work-items')
  @DocumentedAgency({
    summary: 'Danh sách công việc — deaths to take note of',
    answers: pageOf({ type: 'object' }),
    refuses: ['forbidden-office'],
  })
  async workItems(
    @Query() { status, limit, cursor }: PersonFileQuery,
    @Req() request: FastifyRequest,
  ): Promise<{ items: readonly PersonWorkBody[]; nextCursor?: string }> {
    requireOwnAgency(request);
    const found = await this.records.list(status, limit, cursor);
    const last = found.length === limit ? found.at(-1) : undefined;
    return { items: found.map(personWorkBody), ...(last && { nextCursor: last.id }) };
  }

  /** Nobody decides here: a death is taken note of. */
  @Post('work-items/:id/decision')
  @DocumentedAgency({
    summary: 'Always refused: nobody decides here',
    refuses: ['forbidden-office', 'agency-not-manual'],
  })
  decide(@Req() request: FastifyRequest): never {
    requireOwnAgency(request);
    throw faultProblem('agency-not-manual');
  }

  @Get('records/:id')
  @DocumentedAgency({
    summary: 'Bản ghi — what is known of a person, by reference',
    answers: { type: 'object' },
    refuses: ['forbidden-office', 'record-not-found'],
  })
  async record(@Param('id') id: string, @Req() request: FastifyRequest): Promise<PersonRecordBody> {
    requireOwnAgency(request);
    const found = await this.records.find(id);
    if (!found) throw recordNotFound();
    return personRecordBody(found);
  }
}

/** There are no offices here: a file is of a person. @throws Problem 403 `forbidden-office` */
function requireOwnAgency(request: FastifyRequest): void {
  officesSeenBy(principalOf(request), 'judicial-records');
}
