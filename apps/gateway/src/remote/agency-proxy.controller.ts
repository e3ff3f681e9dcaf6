import { Controller, Get, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import {
  AGENCY_ROLES,
  ON_BEHALF_OF,
  onBehalfOf,
  principalOf,
  Problem,
  Roles,
  Settings,
} from '@lienthong/platform';
import { type Upstream } from '@lienthong/remote';
import { passOn } from './pass-on';

/** Injection token: the agencies' services by name. */
export const AGENCY_UPSTREAMS = Symbol('AgencyUpstreams');

/** Hands what is asked of an agency on to its own service: one public origin for all of them. */
@Controller('v1/agencies/:agency')
@ApiExcludeController()
@Roles(...AGENCY_ROLES)
export class AgencyProxyController {
  constructor(
    @Inject(AGENCY_UPSTREAMS) private readonly agencies: ReadonlyMap<string, Upstream>,
    private readonly settings: Settings,
  ) {}

  @Get('*')
  read(
    @Param('agency') agency: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): FastifyReply {
    return this.pass(agency, request, reply);
  }

  @Post('*')
  write(
    @Param('agency') agency: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): FastifyReply {
    return this.pass(agency, request, reply);
  }

  private pass(agency: string, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const upstream = this.agencies.get(agency);
    if (!upstream) throw new Problem({ code: 'not-found' });
    // The caller's key has done its work: the agency is shown the gateway's own, and told for whom it asks.
    return passOn(
      upstream,
      request,
      reply,
      ({ 'x-api-key': _key, [ON_BEHALF_OF]: _claimed, ...headers }) => ({
        ...headers,
        ...(this.settings.serviceApiKey !== undefined && {
          authorization: `Bearer ${this.settings.serviceApiKey}`,
        }),
        ...onBehalfOf(principalOf(request)),
      }),
    );
  }
}
