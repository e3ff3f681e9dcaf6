import { Controller, Get, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { OpenToAll } from '../access';
import { Readiness, type ReadinessReport } from './readiness.port';

/** For whoever runs the process: a restart helps against not being live, waiting against not being ready. */
@Controller('health')
@ApiExcludeController()
@OpenToAll()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  live(): { readonly status: 'live' } {
    return { status: 'live' };
  }

  @Get('ready')
  async ready(
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<{ readonly status: string; readonly checks: ReadinessReport['checks'] }> {
    const { ok, checks } = await this.readiness.check();
    void reply.code(ok ? 200 : 503);
    return { status: ok ? 'ready' : 'not-ready', checks };
  }
}
