import { readSettings, settingsHelp } from './read-settings';

describe('readSettings', () => {
  it('has a default for everything', () => {
    expect(readSettings({}, [])).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      dataDir: './.data',
      clock: 'scaled',
      clockSpeed: 3600,
      sample: 500,
      seed: 63,
      policy: undefined,
      durability: 'full',
      auth: 'off',
    });
  });

  it('takes a flag before the environment before the default', () => {
    expect(readSettings({ PORT: '4000', SEED: '7' }, ['--port', '5000'])).toMatchObject({
      port: 5000,
      seed: 7,
    });
    expect(readSettings({ SAMPLE: '' }, ['--clock=virtual'])).toMatchObject({
      sample: 500,
      clock: 'virtual',
    });
  });

  it('reads an instant with offset', () => {
    const { clockStart } = readSettings({}, ['--start', '2026-11-16T08:00:00+07:00']);
    expect(clockStart).toBe(Date.UTC(2026, 10, 16, 1));
  });

  it.each([
    [{ PORT: '70000' }, [], 'PORT is "70000": allowed is a whole number from 0 to 65535'],
    [{ PORT: 'x' }, [], 'PORT is "x": allowed is a whole number from 0 to 65535'],
    [{ CLOCK: 'fast' }, [], 'CLOCK is "fast": allowed is system | scaled | virtual'],
    [{ EVENT_BUS: 'rabbit' }, [], 'EVENT_BUS is "rabbit": allowed is embedded | kafka'],
    [{ POLICY: 'nd64' }, [], 'POLICY is "nd64": allowed is nd63 | pilot-2023 | moj-report | legacy-paper'],
    [
      { CLOCK_START: '2026-11-16' },
      [],
      'CLOCK_START is "2026-11-16": allowed is an ISO 8601 instant with offset',
    ],
    [{ HOST: '0.0.0.0' }, [], 'HOST is "0.0.0.0": allowed is a loopback address'],
    [{}, ['--sample', '-1'], '--sample is "-1"'],
    [{}, ['--smaple', '1'], 'the command line is "--smaple": allowed is a known flag'],
    [{}, ['3000'], 'the command line is "3000": allowed is flags only'],
    [{}, ['--port'], '--port is "": allowed is'],
  ])('stops at %j %j in one line', (env, args, message) => {
    expect(() => readSettings(env, args)).toThrow(message);
  });

  describe('with AUTH=oidc', () => {
    const OIDC = {
      AUTH: 'oidc',
      OIDC_ISSUER: 'https://id.example/realms/lt',
      OIDC_AUDIENCE: 'lienthong',
      OIDC_CLIENT_ID: 'console',
    };
    const SERVICES = { ...OIDC, EVENT_BUS: 'kafka', STORE: 'mongodb', SERVICE_API_KEY: 'lt_x' };

    it('knows where tokens come from, and what they say where', () => {
      expect(readSettings({ ...OIDC, HOST: '0.0.0.0' }, [])).toMatchObject({
        auth: 'oidc',
        oidcIssuer: 'https://id.example/realms/lt',
        oidcAudience: 'lienthong',
        oidcClientId: 'console',
        oidcJwksUri: undefined,
        oidcScope: 'openid profile',
        oidcRolesClaim: 'roles',
        oidcAgencyClaim: 'agency',
        oidcOfficesClaim: 'offices',
        apiKeysFile: undefined,
      });
    });

    it.each([
      [
        { ...OIDC, OIDC_ISSUER: '' },
        'OIDC_ISSUER is "": allowed is the URL of the identity provider while AUTH=oidc',
      ],
      [{ ...OIDC, OIDC_AUDIENCE: '' }, 'OIDC_AUDIENCE is "": allowed is the audience'],
      [{ ...OIDC, OIDC_CLIENT_ID: '' }, 'OIDC_CLIENT_ID is "": allowed is the console'],
      [{ ...OIDC, OIDC_ISSUER: 'id.example' }, 'OIDC_ISSUER is "id.example": allowed is an https URL'],
      [
        { ...OIDC, OIDC_ISSUER: 'http://id.example' },
        'OIDC_ISSUER is "http://id.example": allowed is an https URL',
      ],
      [{ ...OIDC, OIDC_ISSUER: 'https://id.example/?a=1' }, 'OIDC_ISSUER is "https://id.example/?a=1"'],
      [{ ...OIDC, OIDC_JWKS_URI: 'ftp://id.example' }, 'OIDC_JWKS_URI is "ftp://id.example"'],
      [{ ...SERVICES, API_KEYS_FILE: '' }, 'API_KEYS_FILE is "": allowed is a file with the services\' keys'],
      [{ ...SERVICES, SERVICE_API_KEY: '' }, 'SERVICE_API_KEY is "": allowed is a key with the role service'],
    ])('stops at %j in one line', (env, message) => {
      expect(() => readSettings(env, [])).toThrow(message);
    });

    it.each(['http://localhost:8080/realms/lt', 'http://127.0.0.1:8080', 'http://[::1]:8080'])(
      'takes %s: it does not leave this machine',
      (OIDC_ISSUER) => {
        expect(readSettings({ ...OIDC, OIDC_ISSUER }, []).oidcIssuer).toBe(OIDC_ISSUER);
      },
    );
  });

  it('cannot be changed afterwards', () => {
    expect(Object.isFrozen(readSettings({}, []))).toBe(true);
  });

  it('explains every setting', () => {
    expect(settingsHelp()).toContain(
      '--clock       CLOCK          which time the simulation lives in (system | scaled | virtual, default scaled)',
    );
  });
});
