import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';

/** Which entries of the audit log, and which page of them. */
export class AuditQuery {
  @ApiPropertyOptional({ description: 'Who acted.' })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  actor?: string;

  @ApiPropertyOptional({ description: 'e.g. `case.stop`' })
  @IsOptional()
  @IsString()
  @Length(1, 64)
  action?: string;

  @ApiPropertyOptional({
    description:
      'An incident, a batch, a piece of work (`{agency}/{id}`), as a whole. A dossier number finds what was done to the work and to the incidents of that dossier as well.',
  })
  @IsOptional()
  @IsString()
  @Length(1, 400)
  target?: string;

  @ApiPropertyOptional({ minimum: 1, maximum: 500, default: 100 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(500)
  limit: number = 100;

  @ApiPropertyOptional({ description: '`nextCursor` of the page before.' })
  @IsOptional()
  @Matches(/^[1-9]\d{0,11}$/)
  cursor?: string;
}
