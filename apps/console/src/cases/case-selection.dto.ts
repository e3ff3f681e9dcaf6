import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  Validate,
  ValidatorConstraint,
  type ValidatorConstraintInterface,
} from 'class-validator';
import { PageCursor, PageLimit } from '../api-docs/page-fields';
import {
  CASE_SORTS,
  CASE_STATUSES,
  type CaseSelection,
  type CaseSort,
  type CaseStatus,
  LINKED_AGENCIES,
  type LinkedAgencyId,
  POLICY_IDS,
  type PolicyId,
  PROCEDURE_GROUPS,
  type ProcedureGroup,
} from '@lienthong/contracts';
import { instantOf } from './selection-conditions';

const MOST_WORKING_DAYS = 60;

/** An instant with offset, or a day. */
@ValidatorConstraint()
export class InstantOrDay implements ValidatorConstraintInterface {
  validate(text: unknown): boolean {
    return typeof text === 'string' && instantOf(text) !== undefined;
  }
}

const commaSeparated = ({ value }: { readonly value: unknown }): unknown =>
  typeof value === 'string' ? value.split(',').map((part) => part.trim()) : value;

const trueOrFalse = ({ value }: { readonly value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

/** {@link CaseSelection} as a query string. */
export class CaseSelectionQuery implements CaseSelection {
  @ApiPropertyOptional({ description: 'A dossier number, or how it begins.' })
  @IsOptional()
  @Matches(/^[A-Z0-9.-]{1,40}$/)
  number?: string;

  @ApiPropertyOptional({ type: String, description: `Comma-separated, of: ${CASE_STATUSES.join(', ')}.` })
  @IsOptional()
  @Transform(commaSeparated)
  @IsIn(CASE_STATUSES, { each: true })
  status?: CaseStatus[];

  @ApiPropertyOptional({ enum: PROCEDURE_GROUPS })
  @IsOptional()
  @IsIn(PROCEDURE_GROUPS)
  procedureGroup?: ProcedureGroup;

  @ApiPropertyOptional({
    enum: LINKED_AGENCIES,
    description: 'Cases that it holds now, or, of closed cases, that it had a part in.',
  })
  @IsOptional()
  @IsIn(LINKED_AGENCIES)
  agency?: LinkedAgencyId;

  @ApiPropertyOptional({ description: 'Two-digit code.' })
  @IsOptional()
  @Matches(/^\d{2}$/)
  province?: string;

  @ApiPropertyOptional({ description: "Five-digit code of the registry's commune." })
  @IsOptional()
  @Matches(/^\d{5}$/)
  commune?: string;

  @ApiPropertyOptional({ enum: POLICY_IDS })
  @IsOptional()
  @IsIn(POLICY_IDS)
  policy?: PolicyId;

  @ApiPropertyOptional({ type: Boolean, description: 'Open and past its appointment, or ended after it.' })
  @IsOptional()
  @Transform(trueOrFalse)
  @IsBoolean()
  overdue?: boolean;

  @ApiPropertyOptional({
    type: Boolean,
    description: 'Open, with an agency (the chosen one, where one is) at work past its own due time.',
  })
  @IsOptional()
  @Transform(trueOrFalse)
  @IsBoolean()
  stepOverdue?: boolean;

  @ApiPropertyOptional({
    type: Boolean,
    description: 'Open, with an agency at work past the new date of its apology.',
  })
  @IsOptional()
  @Transform(trueOrFalse)
  @IsBoolean()
  promiseBroken?: boolean;

  @ApiPropertyOptional({
    type: Number,
    minimum: 0,
    maximum: MOST_WORKING_DAYS,
    description: 'Open, not overdue, and due within so many working days; 0: today.',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(MOST_WORKING_DAYS)
  dueWithin?: number;

  @ApiPropertyOptional({ type: Boolean, description: 'With an open incident in any service.' })
  @IsOptional()
  @Transform(trueOrFalse)
  @IsBoolean()
  incident?: boolean;

  @ApiPropertyOptional({
    type: Boolean,
    description: 'Open, and nobody would move it on: those that `withoutOwner` of the overview counts.',
  })
  @IsOptional()
  @Transform(trueOrFalse)
  @IsBoolean()
  withoutOwner?: boolean;

  @ApiPropertyOptional({ description: 'Filed at or after: an instant, or a day (`yyyy-MM-dd`) in Vietnam.' })
  @IsOptional()
  @Validate(InstantOrDay)
  from?: string;

  @ApiPropertyOptional({ description: 'Filed before.' })
  @IsOptional()
  @Validate(InstantOrDay)
  to?: string;
}

/** A selection in an order. */
export class SortedCaseQuery extends CaseSelectionQuery {
  @ApiPropertyOptional({ enum: CASE_SORTS, default: '-submittedAt', description: '`-` is descending.' })
  @IsOptional()
  @IsIn(CASE_SORTS)
  sort: CaseSort = '-submittedAt';
}

/** Which page of the list. */
export class CaseListQuery extends SortedCaseQuery {
  @PageLimit(50)
  limit: number = 50;

  @PageCursor()
  @IsString()
  cursor?: string;
}
