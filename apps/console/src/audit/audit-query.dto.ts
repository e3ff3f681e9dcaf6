import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Length, Matches } from 'class-validator';
import { PageCursor, PageLimit } from '../api-docs/page-fields';

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

  @PageLimit(100)
  limit: number = 100;

  @PageCursor()
  @Matches(/^[1-9]\d{0,11}$/)
  cursor?: string;
}
