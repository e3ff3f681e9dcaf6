import { ApiPropertyOptional, ApiProperty } from '@nestjs/swagger';
import { IsIn, IsObject, IsOptional, IsString, Length } from 'class-validator';
import { type Decision, DECISIONS, WORK_ITEM_STATUSES, type WorkItemStatus } from '@lienthong/contracts';
import { PageQuery } from './page-query.dto';

export class WorkItemQuery extends PageQuery {
  @ApiPropertyOptional({
    description:
      'Commune code, or province code for insurance and benefits. Without it an officer sees its own offices.',
  })
  @IsOptional()
  @IsString()
  @Length(2, 5)
  office?: string;

  @ApiPropertyOptional({ enum: WORK_ITEM_STATUSES })
  @IsOptional()
  @IsIn(WORK_ITEM_STATUSES)
  status?: WorkItemStatus;
}

export class OfficerDecisionBody {
  @ApiProperty({ enum: DECISIONS })
  @IsIn(DECISIONS)
  decision!: Decision;

  @ApiPropertyOptional({
    description: 'What the applicant is told about a refusal or a supplement request.',
  })
  @IsOptional()
  @IsString()
  @Length(1, 500)
  reason?: string;

  @ApiPropertyOptional({ description: 'Remarks that stay with the work item.' })
  @IsOptional()
  @IsObject()
  data?: Record<string, unknown>;

  @ApiPropertyOptional({
    description: 'Who decided. Where callers are known it is the caller, whatever stands here.',
  })
  @IsOptional()
  @IsString()
  @Length(1, 100)
  officer?: string;
}
