import { Controller, Get, Req } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { Clock } from '@lienthong/clock';
import { type Permission, PERMISSIONS, type SessionView, type SignInView } from '@lienthong/contracts';
import {
  callerOf,
  CONSOLE_ROLES,
  OpenToAll,
  mayDo,
  permissionsOf,
  programVersion,
  ROLES,
  Roles,
  Settings,
} from '@lienthong/platform';
import { Documented } from '../api-docs/documented';
import { clockView } from './clock-view';
import { signInView } from './sign-in-view';

const HOLDERS = Object.fromEntries(
  PERMISSIONS.map((permission) => [permission, ROLES.filter((role) => mayDo({ roles: [role] }, permission))]),
) as unknown as Readonly<Record<Permission, readonly string[]>>;

/** Phiên làm việc: how to sign in, who is signed in, and what they may do. */
@Controller('v1/operations')
@Roles(...CONSOLE_ROLES, 'officer')
export class SessionController {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
  ) {}

  @Get('sign-in')
  @OpenToAll()
  @Documented({ summary: 'Cách đăng nhập — how a person signs in here; open to all', open: true })
  signIn(): SignInView {
    return signInView(this.settings);
  }

  @Get('session')
  @Documented({ summary: 'Phiên làm việc — who calls, what they may do, which time it is' })
  session(@Req() request: FastifyRequest): SessionView {
    const { id, roles, agency, offices } = callerOf(request);
    return {
      principal: { id, roles, ...(agency && { agency }), ...(offices && { offices }) },
      permissions: permissionsOf({ roles }),
      holders: HOLDERS,
      clock: clockView(this.clock, this.settings),
      agencyMode: this.settings.agencyMode,
      version: programVersion(),
    };
  }
}
