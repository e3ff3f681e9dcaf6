import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { type IncidentSelection } from '@lienthong/contracts';

/** What incidents are selected by. */
export class IncidentSelectionForm implements IncidentSelection {
  @ApiPropertyOptional({ example: 'residency' })
  @IsOptional()
  @IsString()
  @Length(1, 64)
  service?: string;

  @ApiPropertyOptional({ description: "Part of the error's text." })
  @IsOptional()
  @IsString()
  @Length(1, 300)
  error?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @Length(1, 64)
  dossierNumber?: string;
}

export class IncidentQueryForm extends IncidentSelectionForm {
  @ApiPropertyOptional({ minimum: 1, maximum: 500, default: 100 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit: number = 100;

  @ApiPropertyOptional({ description: '`nextCursor` of the page before.' })
  @IsOptional()
  @IsString()
  @Length(1, 400)
  cursor?: string;
}
