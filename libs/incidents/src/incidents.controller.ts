import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';
import { type IncidentView } from '@lienthong/contracts';
import { Problem, Roles } from '@lienthong/platform';
import { type IncidentOutcome, type IncidentPage } from './incidents.port';
import { LocalIncidents } from './local-incidents';

export class IncidentParameters {
  @IsOptional()
  @IsString()
  @Length(1, 300)
  error?: string;

  @IsOptional()
  @IsString()
  @Length(1, 64)
  dossierNumber?: string;

  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(500)
  limit!: number;

  @IsOptional()
  @IsString()
  @Length(1, 400)
  after?: string;
}

export class DiscardBody {
  @IsOptional()
  @IsString()
  @Length(1, 400)
  failed?: string;
}

/** What the console asks each service about what stands still there. */
@Controller('internal/v1/incidents')
@ApiExcludeController()
@Roles('service')
export class IncidentsController {
  constructor(private readonly incidents: LocalIncidents) {}

  @Get()
  list(@Query() query: IncidentParameters): Promise<IncidentPage> {
    return this.incidents.list(query);
  }

  @Get(':id')
  async find(@Param('id') id: string): Promise<IncidentView> {
    const found = await this.incidents.find(id);
    if (!found) throw new Problem({ code: 'incident-not-found' });
    return found;
  }

  @Post(':id/retry')
  @HttpCode(200)
  retry(@Param('id') id: string): Promise<IncidentOutcome> {
    return this.incidents.retry(id);
  }

  @Post(':id/discard')
  @HttpCode(200)
  discard(@Param('id') id: string, @Body() { failed }: DiscardBody): Promise<IncidentOutcome> {
    return this.incidents.discard(id, failed);
  }
}
