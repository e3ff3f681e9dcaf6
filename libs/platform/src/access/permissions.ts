import { type Permission, PERMISSIONS } from '@lienthong/contracts';
import { type Principal } from './principal';
import { type Role } from './role';

const ALL_BUT_AUDIT = PERMISSIONS.filter((permission) => permission !== 'read-audit');

/** What each role may in the console: who acts (operator) does not check the log, who checks it (auditor) does not act. */
const PERMISSIONS_OF_ROLE: Readonly<Record<Role, readonly Permission[]>> = {
  operator: ALL_BUT_AUDIT,
  supervisor: PERMISSIONS,
  auditor: ['read-cases', 'read-indicators', 'read-system', 'read-audit'],
  officer: ['decide-work'],
  integrator: [],
  service: [],
};

/** What a caller may in the console, in the order of {@link PERMISSIONS}: everything that one of its roles may. */
export function permissionsOf({ roles }: Pick<Principal, 'roles'>): readonly Permission[] {
  return PERMISSIONS.filter((permission) =>
    roles.some((role) => PERMISSIONS_OF_ROLE[role].includes(permission)),
  );
}

/** Whether a caller may do one thing in the console. */
export function mayDo({ roles }: Pick<Principal, 'roles'>, permission: Permission): boolean {
  return roles.some((role) => PERMISSIONS_OF_ROLE[role].includes(permission));
}
