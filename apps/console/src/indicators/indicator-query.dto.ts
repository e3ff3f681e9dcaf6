import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, Matches, Validate } from 'class-validator';
import {
  ALL_PROCEDURES,
  INDICATOR_DIMENSIONS,
  type IndicatorDimension,
  type IndicatorQuery,
  LINKED_AGENCIES,
  type LinkedAgencyId,
  POLICY_IDS,
  type PolicyId,
  type Procedure,
  PROCEDURE_GROUPS,
  type ProcedureGroup,
} from '@lienthong/contracts';
import { InstantOrDay } from '../cases/case-selection.dto';

/** {@link IndicatorQuery} as a query string. */
export class IndicatorsQuery implements IndicatorQuery {
  @ApiProperty({ enum: INDICATOR_DIMENSIONS, description: 'What the rows are.' })
  @IsIn(INDICATOR_DIMENSIONS)
  by!: IndicatorDimension;

  @ApiPropertyOptional({ description: 'Ended at or after: an instant, or a day (`yyyy-MM-dd`) in Vietnam.' })
  @IsOptional()
  @Validate(InstantOrDay)
  from?: string;

  @ApiPropertyOptional({ description: 'Ended before.' })
  @IsOptional()
  @Validate(InstantOrDay)
  to?: string;

  @ApiPropertyOptional({ enum: PROCEDURE_GROUPS })
  @IsOptional()
  @IsIn(PROCEDURE_GROUPS)
  procedureGroup?: ProcedureGroup;

  @ApiPropertyOptional({
    enum: [...ALL_PROCEDURES],
    description: 'Figures are of the part of the agency that works it.',
  })
  @IsOptional()
  @IsIn(ALL_PROCEDURES)
  procedure?: Procedure;

  @ApiPropertyOptional({ description: 'Two-digit code.' })
  @IsOptional()
  @Matches(/^\d{2}$/)
  province?: string;

  @ApiPropertyOptional({ enum: LINKED_AGENCIES, description: 'Figures are of its part.' })
  @IsOptional()
  @IsIn(LINKED_AGENCIES)
  agency?: LinkedAgencyId;

  @ApiPropertyOptional({ enum: POLICY_IDS })
  @IsOptional()
  @IsIn(POLICY_IDS)
  policy?: PolicyId;
}
