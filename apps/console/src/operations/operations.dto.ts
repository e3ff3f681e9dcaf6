import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsObject, IsOptional } from 'class-validator';
import { type Decision, DECISIONS, OPERATOR_ACTIONS, type OperatorAction } from '@lienthong/contracts';
import { Reason } from './reason.field';

/** As long as an agency takes. */
const LONGEST_DECISION_REASON = 500;

export class ReasonBody {
  @Reason()
  reason!: string;
}

export class CaseActionForm extends ReasonBody {
  @ApiProperty({ enum: OPERATOR_ACTIONS })
  @IsIn(OPERATOR_ACTIONS)
  action!: OperatorAction;

  @ApiPropertyOptional({
    description:
      'Of `correct`: the changed fields, as `POST /v1/dossiers/{dossierNumber}/corrections` takes them.',
  })
  @IsOptional()
  @IsObject()
  data?: Record<string, unknown>;
}

export class DecisionForm {
  @ApiProperty({ enum: DECISIONS })
  @IsIn(DECISIONS)
  decision!: Decision;

  /** Told to the applicant. */
  @Reason(LONGEST_DECISION_REASON)
  reason!: string;

  @ApiPropertyOptional({ description: 'Remarks that stay with the work item.' })
  @IsOptional()
  @IsObject()
  data?: Record<string, unknown>;
}
