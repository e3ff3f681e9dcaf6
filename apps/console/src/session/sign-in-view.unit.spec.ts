import { signInView } from './sign-in-view';

const provider = {
  oidcIssuer: 'https://id.example.vn',
  oidcClientId: 'lienthong-console',
  oidcScope: 'openid profile',
};

describe('how one signs in', () => {
  it('is told of the identity provider only where there is one', () => {
    expect(signInView({ auth: 'oidc', ...provider })).toEqual({
      auth: 'oidc',
      oidc: { issuer: 'https://id.example.vn', clientId: 'lienthong-console', scope: 'openid profile' },
    });
    expect(signInView({ auth: 'api-key', ...provider })).toEqual({ auth: 'api-key' });
    expect(signInView({ ...provider, auth: 'off' })).toEqual({ auth: 'off' });
  });
});
