import { at, CasePlayer } from '../../test-support/case-player';
import { birthDossier } from '../../test-support/dossiers';
import { isAtRest, ownerOf } from './owner-of';

const births = (): CasePlayer => new CasePlayer(birthDossier());
const registered = (): CasePlayer => births().play('civil-registry.approved');
const issued = (): CasePlayer => registered().play('residency.approved', 'health-insurance.approved');

describe('ownerOf', () => {
  it('names who moves: the agency, the applicant, nobody', () => {
    expect(ownerOf(births().case)).toEqual({ kind: 'command', agency: 'civil-registry', command: 'work' });
    expect(ownerOf(births().play('civil-registry.supplement-requested').case)).toEqual({
      kind: 'applicant',
      agency: 'civil-registry',
      until: at('2024-11-13T17:00'),
    });
    expect(ownerOf(issued().play('cancel').case)).toMatchObject({ kind: 'command', command: 'revocation' });
    expect(ownerOf(issued().case)).toEqual({ kind: 'nobody-needed' });
    expect(isAtRest(issued().case)).toBe(true);
  });

  it('finds the case that nobody moves', () => {
    const { case: state } = registered().play('residency.approved');
    const lost = state.agencies.map((progress) => ({ ...progress, awaited: 'nothing' as const }));
    expect(ownerOf({ ...state, agencies: lost })).toBeUndefined();
  });
});
