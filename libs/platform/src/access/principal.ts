import { type AgencyId } from '@lienthong/contracts';
import { type FastifyRequest } from 'fastify';
import { Problem } from '../problem';
import { type Role } from './role';

/** Who calls, as the keys file or the identity provider has it. `id` is fit for logs and audit. */
export interface Principal {
  readonly id: string;
  readonly roles: readonly Role[];
  /** Of officers: the agency they work for; unset: any. */
  readonly agency?: AgencyId;
  /** Of officers: the offices of that agency; unset: all. */
  readonly offices?: readonly string[];
}

/** Whoever reaches a server with `AUTH=off`, which serves loopback addresses only. */
export const LOCAL_PRINCIPAL: Principal = { id: 'local', roles: ['operator', 'supervisor', 'auditor'] };

const principals = new WeakMap<FastifyRequest, Principal>();
const strangers = new WeakSet<FastifyRequest>();

export function setPrincipal(request: FastifyRequest, principal: Principal): void {
  principals.set(request, principal);
}

/** Marks a request to a guarded server that was let through without asking who calls. */
export function setStranger(request: FastifyRequest): void {
  strangers.add(request);
}

/** Who calls. Undefined with `AUTH=off`, and on routes that are open to all. */
export function principalOf(request: FastifyRequest): Principal | undefined {
  return principals.get(request);
}

/**
 * Who calls, where somebody must answer for it: with `AUTH=off` the principal `local`.
 * @throws Problem `unauthenticated` on a route that is open to all, where nobody was asked
 */
export function callerOf(request: FastifyRequest): Principal {
  const principal = principals.get(request);
  if (principal) return principal;
  if (strangers.has(request)) throw new Problem({ code: 'unauthenticated' });
  return LOCAL_PRINCIPAL;
}
