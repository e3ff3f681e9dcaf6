import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { Problem } from '@lienthong/platform';

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/**
 * What only operators may do. Without authentication an operator is whoever calls from this very machine; a call that
 * a proxy passed on does not count, wherever the proxy runs.
 */
@Injectable()
export class OperatorGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const forwarded =
      request.headers['x-forwarded-for'] !== undefined || request.headers['forwarded'] !== undefined;
    if (forwarded || !LOOPBACK.test(request.ip)) throw new Problem({ code: 'operators-only' });
    return true;
  }
}
