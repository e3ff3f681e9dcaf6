import { type ExecutionContext } from '@nestjs/common';
import { type FastifyRequest } from 'fastify';
import { type Role, setPrincipal } from '@lienthong/platform';
import { OperatorGuard } from './operator.guard';

const guard = new OperatorGuard();

function contextOf(request: FastifyRequest): ExecutionContext {
  return { switchToHttp: () => ({ getRequest: () => request }) } as unknown as ExecutionContext;
}

function request(ip: string, headers: Record<string, string> = {}): FastifyRequest {
  return { ip, headers } as unknown as FastifyRequest;
}

function requestBy(...roles: Role[]): FastifyRequest {
  const remote = request('10.0.0.7', { 'x-forwarded-for': '203.0.113.9' });
  setPrincipal(remote, { id: 'somebody', roles });
  return remote;
}

describe('OperatorGuard', () => {
  it.each(['127.0.0.1', '127.3.2.1', '::1', '::ffff:127.0.0.1'])('takes %s without keys', (ip) => {
    expect(guard.canActivate(contextOf(request(ip)))).toBe(true);
  });

  it.each([
    ['10.0.0.7', {}],
    ['127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }],
    ['127.0.0.1', { forwarded: 'for=127.0.0.1' }],
  ])('refuses %s %j without keys', (ip, headers) => {
    expect(() => guard.canActivate(contextOf(request(ip, headers)))).toThrow('operators-only');
  });

  it.each([['operator'], ['supervisor']] as const)('takes the role %s from anywhere', (role) => {
    expect(guard.canActivate(contextOf(requestBy('auditor', role)))).toBe(true);
  });

  it('refuses every other role, also from this machine', () => {
    const local = request('127.0.0.1');
    setPrincipal(local, { id: 'somebody', roles: ['integrator', 'auditor', 'officer', 'service'] });
    expect(() => guard.canActivate(contextOf(local))).toThrow('forbidden');
  });
});
