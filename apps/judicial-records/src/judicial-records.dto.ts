import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { PageQuery } from '@lienthong/agency';
import { type PersonFileStatus } from './person-file';

const STATUSES = ['queued', 'marked-deceased', 'not-applicable', 'reopened'] as const;

export class PersonFileQuery extends PageQuery {
  @ApiPropertyOptional({ enum: STATUSES })
  @IsOptional()
  @IsIn(STATUSES)
  status?: PersonFileStatus;
}
