import { homeOf, returnPathOf, signInPath } from './return-path';

describe('homeOf', () => {
  it('is the overview for whoever may read cases', () => {
    expect(homeOf(['read-cases', 'read-audit', 'decide-work'])).toBe('/');
  });

  it("is an officer's desk for whoever only decides", () => {
    expect(homeOf(['decide-work'])).toBe('/agencies');
  });

  it('is nowhere for whoever may nothing', () => {
    expect(homeOf([])).toBeUndefined();
  });
});

describe('returnPathOf', () => {
  it('keeps a place within the console with its query', () => {
    expect(returnPathOf('/cases?status=stopped')).toBe('/cases?status=stopped');
    expect(returnPathOf('/sign-ins')).toBe('/sign-ins');
  });

  it.each([
    undefined,
    7,
    '',
    'cases',
    'https://example.org',
    '//example.org',
    '/\\example.org',
    '/sign-in',
    '/sign-in?signOut=1',
  ])('does not follow %p', (from) => {
    expect(returnPathOf(from)).toBe('/');
  });
});

describe('signInPath', () => {
  it('brings back what it was given', () => {
    const query = new URL(signInPath('/cases?q=a&b=c'), 'http://console').searchParams;
    expect(returnPathOf(query.get('from'))).toBe('/cases?q=a&b=c');
  });

  it('says nothing of the start page', () => {
    expect(signInPath('/')).toBe('/sign-in');
  });
});
