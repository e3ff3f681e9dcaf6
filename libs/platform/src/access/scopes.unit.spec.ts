import { type FastifyRequest } from 'fastify';
import { submitterSeenBy } from './dossier-scope';
import { officesSeenBy } from './officer-scope';
import { type Principal, setPrincipal } from './principal';
import { type Role } from './role';

const by = (...roles: readonly Role[]): Principal => ({ id: 'a', roles });

describe('whose dossiers a caller sees', () => {
  const seenBy = (principal?: Principal): string | undefined => {
    const request = {} as FastifyRequest;
    if (principal) setPrincipal(request, principal);
    return submitterSeenBy(request);
  };

  it('are its own, unless it runs the system', () => {
    expect(seenBy(by('integrator'))).toBe('a');
    expect(seenBy(by('integrator', 'auditor', 'officer'))).toBe('a');
    for (const role of ['operator', 'supervisor', 'service'] as const)
      expect(seenBy(by('integrator', role))).toBeUndefined();
  });

  it('are everybody’s where nobody is asked who calls', () => {
    expect(seenBy()).toBeUndefined();
  });
});

describe('the offices that a caller works at', () => {
  const officer: Principal = { ...by('officer', 'auditor'), agency: 'residency', offices: ['00004'] };

  it('are those that it is bound to', () => {
    expect(officesSeenBy(officer, 'residency')).toEqual(['00004']);
    expect(officesSeenBy({ ...by('officer'), agency: 'residency' }, 'residency')).toBeUndefined();
    expect(officesSeenBy(by('officer'), 'judicial-records')).toBeUndefined();
  });

  it.each(['civil-registry', 'judicial-records'] as const)('are none of %s, another agency', (agency) => {
    const refusal = expect.objectContaining({ code: 'forbidden-office' }) as Error;
    expect(() => officesSeenBy(officer, agency)).toThrow(refusal);
  });

  it.each(['operator', 'supervisor', 'service'] as const)('are all where it is %s as well', (role) => {
    expect(officesSeenBy({ ...officer, roles: ['officer', role] }, 'civil-registry')).toBeUndefined();
  });

  it('are all where nobody is asked who calls', () => {
    expect(officesSeenBy(undefined, 'residency')).toBeUndefined();
  });
});
