import { decisionsOf } from './decisions';

describe('decisionsOf', () => {
  it('verifies the residence of a newborn only', () => {
    expect(decisionsOf('residency', 'birth')).toContain('verify');
    expect(decisionsOf('residency', 'death')).not.toContain('verify');
    expect(decisionsOf('civil-registry', 'birth')).toEqual(['approve', 'request-supplement', 'refuse']);
  });
});
