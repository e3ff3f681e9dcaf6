import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { CONSOLE_ROLES, OpenToAll, Roles } from '@lienthong/platform';
import { type Upstream } from '@lienthong/remote';
import { passOn } from './pass-on';

/** Injection token: the operator's console. */
export const CONSOLE_UPSTREAM = Symbol('ConsoleUpstream');

/**
 * Hands what is asked of the operator's console on to its own service. The caller's key or token goes along: the console
 * must know who acts, and asks for it again.
 */
@Controller('v1/operations')
@ApiExcludeController()
@Roles(...CONSOLE_ROLES, 'officer')
export class ConsoleProxyController {
  constructor(@Inject(CONSOLE_UPSTREAM) private readonly console: Upstream) {}

  @Get('sign-in')
  @OpenToAll()
  signIn(@Req() request: FastifyRequest, @Res() reply: FastifyReply): FastifyReply {
    return passOn(this.console, request, reply);
  }

  @Get('*')
  read(@Req() request: FastifyRequest, @Res() reply: FastifyReply): FastifyReply {
    return passOn(this.console, request, reply);
  }

  @Post('*')
  write(@Req() request: FastifyRequest, @Res() reply: FastifyReply): FastifyReply {
    return passOn(this.console, request, reply);
  }
}

/** The console's page, from its service. It holds no data. */
@Controller('console')
@ApiExcludeController()
@OpenToAll()
export class ConsolePageProxyController {
  constructor(@Inject(CONSOLE_UPSTREAM) private readonly console: Upstream) {}

  @Get()
  entry(@Req() request: FastifyRequest, @Res() reply: FastifyReply): FastifyReply {
    return passOn(this.console, request, reply);
  }

  @Get('*')
  page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): FastifyReply {
    return passOn(this.console, request, reply);
  }
}
