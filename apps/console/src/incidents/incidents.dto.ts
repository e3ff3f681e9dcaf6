import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Length } from 'class-validator';
import { PageCursor, PageLimit } from '../api-docs/page-fields';
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
  @PageLimit(100)
  limit: number = 100;

  @PageCursor()
  @IsString()
  @Length(1, 400)
  cursor?: string;
}
