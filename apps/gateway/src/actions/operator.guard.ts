import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { forbidden, hasRole, OPERATOR_ROLES, principalOf, Problem } from '@lienthong/platform';

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/**
 * What only operators may do. Where callers have keys, their roles tell. Without authentication an operator is whoever
 * calls from this very machine; a call that a proxy passed on does not count, wherever the proxy runs.
 */
@Injectable()
export class OperatorGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const principal = principalOf(request);
    if (!principal) requireThisMachine(request);
    else if (!hasRole(principal, OPERATOR_ROLES)) throw forbidden(OPERATOR_ROLES);
    return true;
  }
}

function requireThisMachine({ headers, ip }: FastifyRequest): void {
  const forwarded = headers['x-forwarded-for'] !== undefined || headers['forwarded'] !== undefined;
  if (forwarded || !LOOPBACK.test(ip)) throw new Problem({ code: 'operators-only' });
}
