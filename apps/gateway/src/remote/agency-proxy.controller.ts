import '@fastify/reply-from';
import { All, Controller, Inject, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Problem, sendProblem, Settings, traceparentOf } from '@lienthong/platform';
import { type Upstream } from './upstream';

/** Injection token: the agencies' services by name. */
export const AGENCY_UPSTREAMS = Symbol('AgencyUpstreams');

/** Hands what is asked of an agency on to its own service: one public origin for all of them. */
@Controller('v1/agencies/:agency')
@ApiExcludeController()
export class AgencyProxyController {
  constructor(
    @Inject(AGENCY_UPSTREAMS) private readonly agencies: ReadonlyMap<string, Upstream>,
    private readonly settings: Settings,
  ) {}

  @All('*')
  pass(
    @Param('agency') agency: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): FastifyReply {
    const upstream = this.agencies.get(agency);
    if (!upstream) throw new Problem({ code: 'not-found' });
    const base = upstream.next();
    return reply.from(`${base}${request.url}`, {
      rewriteRequestHeaders: (_request, headers) => ({
        ...headers,
        traceparent: traceparentOf(request),
        ...(this.settings.serviceApiKey !== undefined && {
          authorization: `Bearer ${this.settings.serviceApiKey}`,
        }),
      }),
      onError: (_reply, { error }) => {
        if ((error as NodeJS.ErrnoException & { statusCode?: number }).statusCode !== 404)
          upstream.failed(base);
        sendProblem(request, reply, upstream.unavailable());
      },
    });
  }
}
