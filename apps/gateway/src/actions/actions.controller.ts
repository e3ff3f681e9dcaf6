import { Body, Controller, HttpCode, Param, Post, Req, UseGuards } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import {
  DOSSIER_ROLES,
  OPERATOR_ROLES,
  principalOf,
  Roles,
  submitterSeenBy,
  traceparentOf,
} from '@lienthong/platform';
import { DocumentedAction } from '../api-docs/operations.decorators';
import { CancellationForm, CorrectionForm, SupplementForm, WithdrawalForm } from './action.forms';
import { type ActionOptions, type ActionReceipt, ActionsService } from './actions.service';
import { OperatorGuard } from './operator.guard';

@Controller('v1/dossiers/:dossierNumber')
@Roles(...DOSSIER_ROLES)
export class ActionsController {
  constructor(private readonly actions: ActionsService) {}

  @Post('supplements')
  @HttpCode(202)
  @DocumentedAction('supplementDossier', 'Bổ sung hồ sơ — provide what an agency asked for', SupplementForm)
  supplement(
    @Param('dossierNumber') dossierNumber: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
  ): Promise<ActionReceipt> {
    return this.actions.supplement(dossierNumber, body, optionsOf(request));
  }

  @Post('withdrawal')
  @HttpCode(202)
  @DocumentedAction('withdrawDossier', 'Rút hồ sơ — withdraw; finished parts stand', WithdrawalForm)
  withdraw(
    @Param('dossierNumber') dossierNumber: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
  ): Promise<ActionReceipt> {
    return this.actions.withdraw(dossierNumber, body, optionsOf(request));
  }

  @Post('corrections')
  @HttpCode(202)
  @Roles(...OPERATOR_ROLES)
  @UseGuards(OperatorGuard)
  @DocumentedAction('correctDossier', 'Cải chính — correct after issue (operators)', CorrectionForm)
  correct(
    @Param('dossierNumber') dossierNumber: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
  ): Promise<ActionReceipt> {
    return this.actions.correct(dossierNumber, body, optionsOf(request));
  }

  @Post('cancellation')
  @HttpCode(202)
  @Roles(...OPERATOR_ROLES)
  @UseGuards(OperatorGuard)
  @DocumentedAction(
    'cancelDossier',
    'Hủy đăng ký — cancel the registration and all that followed (operators)',
    CancellationForm,
  )
  cancel(
    @Param('dossierNumber') dossierNumber: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
  ): Promise<ActionReceipt> {
    return this.actions.cancel(dossierNumber, body, optionsOf(request));
  }
}

function optionsOf(request: FastifyRequest): ActionOptions {
  return {
    traceparent: traceparentOf(request),
    submittedBy: submitterSeenBy(request),
    caller: principalOf(request)?.id,
    idempotencyKey: keyOf(request),
  };
}

/** Node joins a repeated header with a comma; the types do not know that. */
function keyOf({ headers }: FastifyRequest): string | undefined {
  const key = headers['idempotency-key'];
  return Array.isArray(key) ? key.join(', ') : key;
}
