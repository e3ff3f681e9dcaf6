import { Body, Controller, Get, Headers, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { type FastifyRequest } from 'fastify';
import {
  CASE_QUERIES,
  type CaseQueries,
  type CaseStatus,
  type Dossier,
  LINKED_AGENCIES,
  type LinkedAgencyId,
  type OperationView,
  type WorkItemStatus,
} from '@lienthong/contracts';
import {
  callerOf,
  CONSOLE_ROLES,
  languageOf,
  mayDo,
  OPERATOR_ROLES,
  type Principal,
  Problem,
  Roles,
} from '@lienthong/platform';
import { Documented } from '../api-docs/documented';
import { Desks } from './desks.port';
import { IDEMPOTENCY_KEY, KEYED_REFUSALS } from './idempotency';
import { OperationRunner } from './operation-runner';
import { operationView } from './operation-view';
import { CaseActionForm, DecisionForm, ReasonBody } from './operations.dto';
import { isRefusal } from './outcomes';

/** Thao tác: what operators and officers do, each on record and in the audit log. */
@Controller('v1/operations')
@Roles(...OPERATOR_ROLES)
export class OperationsController {
  constructor(
    private readonly runner: OperationRunner,
    @Inject(CASE_QUERIES) private readonly queries: CaseQueries,
    private readonly desks: Desks,
  ) {}

  @Get('operations/:id')
  @Roles(...CONSOLE_ROLES, 'officer')
  @Documented({ summary: 'Một thao tác — what came of an operation', refuses: ['operation-not-found'] })
  async find(@Param('id') id: string, @Req() request: FastifyRequest): Promise<OperationView> {
    const found = await this.runner.find(id);
    const caller = callerOf(request);
    const isTheirs = found?.actor === caller.id || mayDo(caller, 'read-cases');
    if (!found || !isTheirs) throw new Problem({ code: 'operation-not-found' });
    return operationView(found, languageOf(request.headers['accept-language']));
  }

  @Post('cases/:dossierNumber/actions')
  @HttpCode(202)
  @ApiHeader(IDEMPOTENCY_KEY)
  @Documented({
    accepted: 'On record; `status` says what became of it',
    summary: 'Dừng, rút, cải chính, hủy — act on a case',
    description:
      'A refusal is on record too: the problem names the `operation`, and a 409 the `allowedActions`.',
    refuses: [...KEYED_REFUSALS, 'dossier-not-found', 'action-not-allowed'],
  })
  async act(
    @Param('dossierNumber') dossierNumber: string,
    @Headers('idempotency-key') key: string | undefined,
    @Body() { action, reason, data }: CaseActionForm,
    @Req() request: FastifyRequest,
  ): Promise<OperationView> {
    const operation = await this.runner.submit({
      caller: callerOf(request),
      key,
      action: `case.${action}`,
      target: dossierNumber,
      reason,
      content: { data },
      prepare: async () => ({
        command: { type: 'case', dossierNumber, action, ...(data && { data }) },
        before: { status: await this.statusOf(dossierNumber) },
      }),
    });
    return operationView(operation, languageOf(request.headers['accept-language']));
  }

  @Post('cases/:dossierNumber/dossier')
  @HttpCode(202)
  @ApiHeader(IDEMPOTENCY_KEY)
  @Documented({
    accepted: '`{ operation, dossier }`: the dossier as it was filed, nothing masked',
    summary: 'Xem dữ liệu cá nhân — the dossier unmasked',
    description: 'Who saw it, and why, is in the audit log before it is shown.',
    refuses: [...KEYED_REFUSALS, 'dossier-not-found'],
  })
  async reveal(
    @Param('dossierNumber') dossierNumber: string,
    @Headers('idempotency-key') key: string | undefined,
    @Body() { reason }: ReasonBody,
    @Req() request: FastifyRequest,
  ): Promise<{ operation: OperationView; dossier: Dossier }> {
    const operation = await this.runner.submit({
      caller: callerOf(request),
      key,
      action: 'personal-data.reveal',
      target: dossierNumber,
      reason,
      content: {},
      prepare: async () => ({
        command: { type: 'reveal', dossierNumber },
        before: { status: await this.statusOf(dossierNumber) },
      }),
    });
    // What is not in the log is not shown, whatever keeps it from being written.
    if (!operation.closed)
      throw new Problem({ code: 'service-unavailable', headers: { 'retry-after': '2' } });
    const language = languageOf(request.headers['accept-language']);
    const inspection = await this.queries.inspect(dossierNumber, language);
    if (!inspection) throw new Problem({ code: 'dossier-not-found' });
    return { operation: operationView(operation, language), dossier: inspection.dossier };
  }

  @Post('agencies/:agency/work-items/:id/decision')
  @HttpCode(202)
  @Roles(...OPERATOR_ROLES, 'officer')
  @ApiHeader(IDEMPOTENCY_KEY)
  @Documented({
    accepted: 'On record; `status` says what became of it',
    summary: 'Quyết định của cán bộ — an officer decides (AGENCY_MODE=manual)',
    description:
      'Officers decide for their own agency and offices. The audit log has the work item’s status before and after.',
    refuses: [
      ...KEYED_REFUSALS,
      'not-found',
      'work-item-unknown',
      'work-item-not-open',
      'agency-not-manual',
      'verification-not-allowed',
      'service-unavailable',
    ],
  })
  async decide(
    @Param('agency') agencyName: string,
    @Param('id') workItem: string,
    @Headers('idempotency-key') key: string | undefined,
    @Body() { decision, reason, data }: DecisionForm,
    @Req() request: FastifyRequest,
  ): Promise<OperationView> {
    const agency = LINKED_AGENCIES.find((one) => one === agencyName);
    if (!agency) throw new Problem({ code: 'not-found' });
    const caller = callerOf(request);
    const operation = await this.runner.submit({
      caller,
      key,
      action: 'work.decide',
      target: `${agency}/${workItem}`,
      reason,
      content: { decision, data },
      prepare: async () => ({
        command: { type: 'decide', agency, workItem, decision, caller, ...(data && { data }) },
        before: await this.workBefore(agency, workItem, caller),
      }),
    });
    return operationView(operation, languageOf(request.headers['accept-language']));
  }

  /** Of what is none of the caller's nothing is told: the refusal itself is on record. @throws Problem 503 */
  private async workBefore(
    agency: LinkedAgencyId,
    workItem: string,
    caller: Principal,
  ): Promise<{ readonly status?: WorkItemStatus }> {
    try {
      const status = await this.desks.statusOf(agency, workItem, caller);
      return status === undefined ? {} : { status };
    } catch (error) {
      if (isRefusal(error)) return {};
      throw error;
    }
  }

  /** @throws Problem 404 `dossier-not-found` */
  private async statusOf(dossierNumber: string): Promise<CaseStatus> {
    const view = await this.queries.find(dossierNumber, 'vi');
    if (!view) throw new Problem({ code: 'dossier-not-found' });
    return view.status;
  }
}
