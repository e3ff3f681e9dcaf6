import { type FastifyContextConfig } from 'fastify';
import { Problem } from '../problem';
import { type Principal } from './principal';
import { type Role } from './role';

/** Who may call a route: everybody, or whoever has one of these roles. */
export type AccessRule = 'open' | readonly Role[];

/** The part of Fastify's route options that says who may call a route. */
export interface AccessConfig extends FastifyContextConfig {
  readonly access: AccessRule;
}

/** For routes that are put on Fastify beside Nest: `{ config: accessConfig('open') }`. */
export function accessConfig(access: AccessRule): AccessConfig {
  return { access };
}

/** The rule of a route by its options; a route without one is for nobody. */
export function ruleOf(config: object | undefined): AccessRule {
  return config !== undefined && 'access' in config ? (config as AccessConfig).access : [];
}

export function hasRole(principal: Principal, roles: readonly Role[]): boolean {
  return principal.roles.some((role) => roles.includes(role));
}

/** The refusal of who is known, but has none of the roles that may. */
export function forbidden(roles: readonly Role[]): Problem {
  const named = roles.join(', ');
  return new Problem({
    code: 'forbidden',
    ...(roles.length > 0 && {
      detail: { vi: `Dành cho vai trò: ${named}.`, en: `For the roles: ${named}.` },
    }),
    extensions: { roles },
  });
}
