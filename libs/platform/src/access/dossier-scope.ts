import { type FastifyRequest } from 'fastify';
import { hasRole } from './access-rule';
import { principalOf } from './principal';

/** Who sees every dossier: who runs the system, and the services that make it up. */
const SEES_ALL = ['operator', 'supervisor', 'service'] as const;

/**
 * Whose dossiers a caller may see and act on, by the id that they were filed under: an integrator's are its own.
 * Undefined: everybody's.
 */
export function submitterSeenBy(request: FastifyRequest): string | undefined {
  const principal = principalOf(request);
  return principal === undefined || hasRole(principal, SEES_ALL) ? undefined : principal.id;
}
