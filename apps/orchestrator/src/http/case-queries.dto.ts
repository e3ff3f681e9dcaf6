import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, Min } from 'class-validator';
import {
  CASE_STATUSES,
  type CaseFilter,
  type CaseStatus,
  type Language,
  PROCEDURE_GROUPS,
  type ProcedureGroup,
} from '@lienthong/contracts';

const LANGUAGES = ['vi', 'en'] as const;

/** Whose dossiers are asked for; everybody's where nobody is named. */
export class SubmitterQuery {
  @IsOptional()
  @IsString()
  submittedBy?: string;
}

export class LanguageQuery extends SubmitterQuery {
  @IsIn(LANGUAGES)
  language!: Language;
}

/** {@link CaseFilter} as a query string. */
export class CaseListQuery extends LanguageQuery implements CaseFilter {
  @IsOptional()
  @IsIn(CASE_STATUSES)
  status?: CaseStatus;

  @IsOptional()
  @IsIn(PROCEDURE_GROUPS)
  procedureGroup?: ProcedureGroup;

  @IsOptional()
  @IsString()
  province?: string;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  from?: number;

  @IsOptional()
  @Type(() => Number)
  @IsInt()
  to?: number;

  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000)
  limit!: number;

  @IsOptional()
  @IsString()
  cursor?: string;
}
