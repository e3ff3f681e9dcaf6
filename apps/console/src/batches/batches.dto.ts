import { ApiExtraModels, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import { PageCursor, PageLimit } from '../api-docs/page-fields';
import { type BatchItem, type BatchRequest, INCIDENT_ACTIONS } from '@lienthong/contracts';
import { CaseSelectionQuery } from '../cases/case-selection.dto';
import { IncidentSelectionForm } from '../incidents/incidents.dto';
import { ReasonBody } from '../operations/operations.dto';

export const CASE_BATCH_ACTIONS = ['stop', 'withdraw'] as const;

/** `{ action: "stop" | "withdraw", cases }` or `{ action: "retry" | "discard", incidents }`. */
@ApiExtraModels(CaseSelectionQuery, IncidentSelectionForm)
export class BatchForm extends ReasonBody {
  @ApiProperty({ enum: [...CASE_BATCH_ACTIONS, ...INCIDENT_ACTIONS] })
  @IsIn([...CASE_BATCH_ACTIONS, ...INCIDENT_ACTIONS])
  action!: BatchRequest['action'];

  @ApiPropertyOptional({ type: CaseSelectionQuery })
  @IsOptional()
  @ValidateNested()
  @Type(() => CaseSelectionQuery)
  cases?: CaseSelectionQuery;

  @ApiPropertyOptional({ type: IncidentSelectionForm })
  @IsOptional()
  @ValidateNested()
  @Type(() => IncidentSelectionForm)
  incidents?: IncidentSelectionForm;
}

export class BatchPageForm {
  @PageLimit(50)
  limit: number = 50;

  @PageCursor()
  @IsString()
  @Length(1, 100)
  cursor?: string;
}

export const ITEM_RESULTS = [
  'waiting',
  'succeeded',
  'failed',
  'skipped',
] as const satisfies readonly BatchItem['result'][];

export class BatchItemPageForm extends BatchPageForm {
  @ApiPropertyOptional({ enum: ITEM_RESULTS })
  @IsOptional()
  @IsIn(ITEM_RESULTS)
  result?: BatchItem['result'];
}
