import { type AgencyId } from '@lienthong/contracts';
import { type FastifyRequest } from 'fastify';
import { type Role } from './role';

/** Who calls, as the keys file has it. `id` is fit for logs and audit. */
export interface Principal {
  readonly id: string;
  readonly roles: readonly Role[];
  /** Of officers: the agency they work for; unset: any. */
  readonly agency?: AgencyId;
  /** Of officers: the offices of that agency; unset: all. */
  readonly offices?: readonly string[];
}

const principals = new WeakMap<FastifyRequest, Principal>();

export function setPrincipal(request: FastifyRequest, principal: Principal): void {
  principals.set(request, principal);
}

/** Who calls. Undefined with `AUTH=off`, and on routes that are open to all. */
export function principalOf(request: FastifyRequest): Principal | undefined {
  return principals.get(request);
}
