import { Body, Controller, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsIn, IsObject, IsOptional, IsString, Length } from 'class-validator';
import {
  CASE_ACTIONS,
  type CaseActions,
  type CaseStatus,
  OPERATOR_ACTIONS,
  type OperatorAction,
} from '@lienthong/contracts';
import { Roles } from '@lienthong/platform';

export class CaseActionRequestBody {
  @IsIn(OPERATOR_ACTIONS)
  action!: OperatorAction;

  @IsString()
  @Length(3, 1000)
  reason!: string;

  @IsOptional()
  @IsObject()
  data?: Record<string, unknown>;

  @IsString()
  @Length(1, 100)
  operation!: string;
}

/** What the console asks the gateway to do to a case, where the two are processes of their own. */
@Controller('internal/v1/actions')
@ApiExcludeController()
@Roles('service')
export class InternalActionsController {
  constructor(@Inject(CASE_ACTIONS) private readonly actions: CaseActions) {}

  @Post(':dossierNumber')
  @HttpCode(200)
  act(
    @Param('dossierNumber') dossierNumber: string,
    @Body() body: CaseActionRequestBody,
  ): Promise<{ readonly status: CaseStatus }> {
    return this.actions.act(dossierNumber, body);
  }
}
