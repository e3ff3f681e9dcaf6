import { seesOffice } from './officer-scope';
import { type Principal } from './principal';

describe('seesOffice', () => {
  const officer = (post: Partial<Principal>): Principal => ({ id: 'o', roles: ['officer'], ...post });

  it.each<[string, Principal, boolean]>([
    ['of this office', officer({ agency: 'residency', offices: ['00008', '00004'] }), true],
    ['of all offices of the agency', officer({ agency: 'residency' }), true],
    ['of all agencies', officer({}), true],
    ['of another office', officer({ agency: 'residency', offices: ['00008'] }), false],
    ['of no office', officer({ agency: 'residency', offices: [] }), false],
    [
      'of another agency in the same commune',
      officer({ agency: 'civil-registry', offices: ['00004'] }),
      false,
    ],
    ['who is operator as well', { id: 'o', roles: ['officer', 'operator'], agency: 'civil-registry' }, true],
  ])('of somebody %s', (_who, principal, sees) => {
    expect(seesOffice(principal, 'residency', '00004')).toBe(sees);
  });
});
