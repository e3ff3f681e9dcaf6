import { PERMISSIONS } from '@lienthong/contracts';
import { type FastifyRequest } from 'fastify';
import { mayDo, permissionsOf } from './permissions';
import { callerOf, setPrincipal, setStranger } from './principal';
import { AUDIT_ROLES, CONSOLE_ROLES, type Role, ROLES } from './role';

const requestOf = (): FastifyRequest => ({}) as FastifyRequest;

describe('permissionsOf', () => {
  it.each<[Role, readonly string[]]>([
    ['operator', PERMISSIONS.filter((permission) => permission !== 'read-audit')],
    ['supervisor', PERMISSIONS],
    ['auditor', ['read-cases', 'read-indicators', 'read-system', 'read-audit']],
    ['officer', ['decide-work']],
    ['integrator', []],
    ['service', []],
  ])('of the role %s', (role, permissions) => {
    expect(permissionsOf({ roles: [role] })).toEqual(permissions);
  });

  it('adds up what several roles may, each once', () => {
    expect(permissionsOf({ roles: ['auditor', 'officer'] })).toEqual([
      'read-cases',
      'read-indicators',
      'read-system',
      'read-audit',
      'decide-work',
    ]);
    expect(permissionsOf({ roles: ['operator', 'supervisor', 'auditor'] })).toEqual(PERMISSIONS);
  });

  it('agrees with what mayDo says of one thing', () => {
    for (const role of ROLES) {
      const allowed = PERMISSIONS.filter((permission) => mayDo({ roles: [role] }, permission));
      expect(allowed).toEqual(permissionsOf({ roles: [role] }));
    }
  });

  it('agrees with the lists of roles that routes are marked with', () => {
    const having = (permission: (typeof PERMISSIONS)[number]): readonly Role[] =>
      ROLES.filter((role) => mayDo({ roles: [role] }, permission));
    expect(having('read-cases')).toEqual(CONSOLE_ROLES);
    expect(having('read-audit')).toEqual(AUDIT_ROLES);
    expect(having('act-on-cases')).toEqual(['operator', 'supervisor']);
  });
});

describe('callerOf', () => {
  it('is the principal', () => {
    const request = requestOf();
    setPrincipal(request, { id: 'ops.1', roles: ['operator'] });
    expect(callerOf(request)).toEqual({ id: 'ops.1', roles: ['operator'] });
  });

  it('is local where nobody is asked who calls', () => {
    expect(callerOf(requestOf())).toEqual({ id: 'local', roles: ['operator', 'supervisor', 'auditor'] });
  });

  it('is nobody on an open route of a guarded server', () => {
    const request = requestOf();
    setStranger(request);
    expect(() => callerOf(request)).toThrow(expect.objectContaining({ code: 'unauthenticated' }) as Error);
  });
});
