import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Roles } from '../access';
import { Metrics } from '../metrics';

@Controller('metrics')
@ApiExcludeController()
@Roles('service', 'operator')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  /** Everything this process counts, in the Prometheus text format. */
  @Get()
  async scrape(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.type(this.metrics.contentType);
    return this.metrics.metrics();
  }
}
