import { Body, Controller, Get, Headers, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import {
  type IncidentAction,
  type IncidentListView,
  type IncidentView,
  type OperationView,
} from '@lienthong/contracts';
import { incidentKey, Incidents } from '@lienthong/incidents';
import { callerOf, CONSOLE_ROLES, languageOf, OPERATOR_ROLES, Problem, Roles } from '@lienthong/platform';
import { Documented } from '../api-docs/documented';
import { IDEMPOTENCY_KEY, KEYED_REFUSALS } from '../operations/idempotency';
import { OperationRunner, type Prepared } from '../operations/operation-runner';
import { operationView } from '../operations/operation-view';
import { ReasonBody } from '../operations/operations.dto';
import { IncidentQueryForm } from './incidents.dto';

const REFUSES = [...KEYED_REFUSALS, 'incident-not-found', 'service-unavailable'] as const;

/** Sự cố: what stands still in any service, and putting it right. */
@Controller('v1/operations/incidents')
@Roles(...CONSOLE_ROLES)
export class ConsoleIncidentsController {
  constructor(
    private readonly incidents: Incidents,
    private readonly runner: OperationRunner,
  ) {}

  @Get()
  @Documented({
    summary: 'Sự cố — what stands still, by service, kind and aggregate',
    description:
      'Services that do not answer are named in `unavailable`; `total` and `byError` are of the others.',
    refuses: ['validation-failed'],
  })
  async list(@Query() { limit, cursor, ...selection }: IncidentQueryForm): Promise<IncidentListView> {
    if (cursor !== undefined && !incidentKey(cursor))
      throw Problem.validation([{ pointer: '/query/cursor', code: 'invalid-cursor' }]);
    const query = { ...selection, limit, ...(cursor !== undefined && { after: cursor }) };
    const { next, ...page } = await this.incidents.list(query);
    return { ...page, ...(next !== undefined && { nextCursor: next }) };
  }

  @Get(':id')
  @Documented({ summary: 'Một sự cố — one incident', refuses: ['incident-not-found', 'service-unavailable'] })
  find(@Param('id') id: string): Promise<IncidentView> {
    return this.look(id);
  }

  @Post(':id/retry')
  @HttpCode(202)
  @Roles(...OPERATOR_ROLES)
  @ApiHeader(IDEMPOTENCY_KEY)
  @Documented({
    accepted: '`failed` with `incident-open` where it failed again',
    summary: 'Chạy lại — run again what failed and what waits behind it',
    refuses: REFUSES,
  })
  retry(
    @Param('id') id: string,
    @Headers('idempotency-key') key: string | undefined,
    @Body() { reason }: ReasonBody,
    @Req() request: FastifyRequest,
  ): Promise<OperationView> {
    return this.submit('retry', { id, key, reason }, request, async () => {
      const incident = await this.look(id);
      return { command: { type: 'incident', id, action: 'retry' }, before: beforeOf(incident) };
    });
  }

  @Post(':id/discard')
  @HttpCode(202)
  @Roles(...OPERATOR_ROLES)
  @ApiHeader(IDEMPOTENCY_KEY)
  @Documented({
    accepted: '`failed` with `incident-open` where what waited behind it failed',
    summary: 'Bỏ thông điệp — drop the message that failed and run what waits behind it',
    description: 'Only the message that had failed when it was asked for: 409 where another one has since.',
    refuses: [...REFUSES, 'incident-changed'],
  })
  discard(
    @Param('id') id: string,
    @Headers('idempotency-key') key: string | undefined,
    @Body() { reason }: ReasonBody,
    @Req() request: FastifyRequest,
  ): Promise<OperationView> {
    return this.submit('discard', { id, key, reason }, request, async () => {
      const incident = await this.look(id);
      const failed = incident.waiting[0]?.id;
      return {
        command: { type: 'incident', id, action: 'discard', ...(failed !== undefined && { failed }) },
        before: beforeOf(incident),
      };
    });
  }

  private async submit(
    action: IncidentAction,
    { id, key, reason }: { readonly id: string; readonly key: string | undefined; readonly reason: string },
    request: FastifyRequest,
    prepare: () => Promise<Prepared>,
  ): Promise<OperationView> {
    const operation = await this.runner.submit({
      caller: callerOf(request),
      key,
      action: `incident.${action}`,
      target: id,
      reason,
      content: {},
      prepare,
    });
    return operationView(operation, languageOf(request.headers['accept-language']));
  }

  /** @throws Problem 404 `incident-not-found`, 503 */
  private async look(id: string): Promise<IncidentView> {
    const incident = await this.incidents.find(id);
    if (!incident) throw new Problem({ code: 'incident-not-found' });
    return incident;
  }
}

/** What an auditor wants to know of an incident: which, of what, since when, and what stood first in its queue. */
function beforeOf(incident: IncidentView): Readonly<Record<string, unknown>> {
  const { service, kind, dossierNumber, since, attempts, error, waiting } = incident;
  const [first] = waiting;
  return {
    service,
    kind,
    ...(dossierNumber !== undefined && { dossierNumber }),
    since,
    attempts,
    error,
    ...(first && { message: first.id, messageType: first.type }),
    waiting: waiting.length,
  };
}
