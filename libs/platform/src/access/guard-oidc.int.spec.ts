import { createHash, createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Body, Controller, Get, Module, Post, Req } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyRequest } from 'fastify';
import { TestingIssuer, type TokenChange } from '../../test-support/testing-issuer';
import { Metrics } from '../metrics';
import { configureHttp, createHttpAdapter } from '../problem';
import { type AccessSettings, type CredentialOptions } from './credentials';
import { guardAccess } from './guard-access';
import { callerOf } from './principal';
import { OpenToAll, Roles } from './roles.decorator';

type Answer = Awaited<ReturnType<NestFastifyApplication['inject']>>;

@Controller('desk')
@Roles('officer', 'operator', 'integrator')
class DeskController {
  @Get('me')
  me(@Req() request: FastifyRequest): object {
    return callerOf(request);
  }

  @Post('decision')
  @Roles('officer')
  decide(@Body() body: object): object {
    return body;
  }

  @Get('help')
  @OpenToAll()
  help(): object {
    return {};
  }
}

@Module({ controllers: [DeskController], providers: [Metrics] })
class TestingModule {}

let issuer: TestingIssuer;
let folder: string;
let app: NestFastifyApplication | undefined;

beforeEach(async () => {
  issuer = await TestingIssuer.start();
  folder = mkdtempSync(join(tmpdir(), 'lienthong-oidc-'));
});
afterEach(async () => {
  await app?.close();
  app = undefined;
  await issuer.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(
  change: Partial<AccessSettings> = {},
  options: CredentialOptions = { jwksCooldownMs: 0 },
): Promise<void> {
  app = await NestFactory.create<NestFastifyApplication>(TestingModule, createHttpAdapter(), {
    logger: false,
  });
  configureHttp(app);
  const { issuer: oidcIssuer, audience: oidcAudience } = issuer;
  guardAccess(app, { auth: 'oidc', apiKeysFile: undefined, oidcIssuer, oidcAudience, ...change }, options);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
}

/** The answer to a request with this bearer, if any. */
async function ask(bearer?: string, url = '/desk/me', payload?: string): Promise<Answer> {
  if (!app) throw new Error('nothing was started');
  const headers = {
    ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
    ...(payload !== undefined && { 'content-type': 'application/json' }),
    'accept-language': 'en',
  };
  return app.inject({
    method: payload === undefined ? 'GET' : 'POST',
    url,
    headers,
    ...(payload && { payload }),
  });
}

const operator = (change?: TokenChange): Promise<string> => issuer.token('7d3f-sub', ['operator'], change);
const inSeconds = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;
const segment = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('a token of the identity provider', () => {
  it.each(['ES256', 'RS256', 'EdDSA'])('signed by %s lets its bearer in', async (algorithm) => {
    await issuer.rotate(algorithm);
    await start();
    const answer = await ask(await operator());
    expect({ status: answer.statusCode, body: answer.json<object>() }).toEqual({
      status: 200,
      body: { id: '7d3f-sub', roles: ['operator'] },
    });
  });

  it('is known by sub, whatever other names it holds', async () => {
    await start();
    const token = await operator({ claims: { preferred_username: 'lan.nguyen', email: 'lan@example.vn' } });
    expect((await ask(token)).json()).toEqual({ id: '7d3f-sub', roles: ['operator'] });
  });

  it('may be for several audiences, and come from keys that the settings name', async () => {
    await start({ oidcJwksUri: issuer.jwksUri });
    issuer.calledOtherwise = 'http://127.0.0.1:1/other';
    const token = await operator({ claims: { aud: ['account', issuer.audience] } });
    expect((await ask(token)).statusCode).toBe(200);
  });

  it('is taken while clocks differ by seconds', async () => {
    await start();
    expect((await ask(await operator({ claims: { exp: inSeconds(-10) } }))).statusCode).toBe(200);
    expect((await ask(await operator({ claims: { nbf: inSeconds(10) } }))).statusCode).toBe(200);
  });

  it.each<[string, TokenChange]>([
    ['expired', { claims: { exp: inSeconds(-60) } }],
    ['never expires', { claims: { exp: undefined } }],
    ['is not valid yet', { claims: { nbf: inSeconds(120) } }],
    ['is for others', { claims: { aud: 'another-service' } }],
    ['is for nobody', { claims: { aud: undefined } }],
    ['is of another issuer', { claims: { iss: 'https://evil.example' } }],
    ['is of no issuer', { claims: { iss: undefined } }],
    ['is of nobody', { claims: { sub: undefined } }],
    ['is of a name that is no identity', { claims: { sub: 'two\nlines' } }],
    ['is of who reaches a server with AUTH=off', { claims: { sub: 'local' } }],
    ['names a key that there is not', { kid: 'key-of-somebody' }],
  ])('is refused when it %s', async (_what, change) => {
    await start();
    const answer = await ask(await operator(change));
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer error="invalid_token"');
    expect(answer.json()).toMatchObject({
      code: 'unauthenticated',
      detail: expect.stringMatching(/^Sign in again/) as unknown,
    });
  });

  it('is refused unsigned, or signed with what everybody has', async () => {
    await start();
    const [, payload = '', signature = ''] = (await operator()).split('.');
    const forHs256 = `${segment({ alg: 'HS256', kid: 'key-1' })}.${payload}`;
    const publicKey = JSON.stringify(issuer.publicJwk());
    const forged = [
      `${segment({ alg: 'none' })}.${payload}.`,
      `${segment({ alg: 'none', kid: 'key-1' })}.${payload}.${signature}`,
      `${forHs256}.${createHmac('sha256', publicKey).update(forHs256).digest('base64url')}`,
    ];
    for (const token of forged) expect((await ask(token)).statusCode).toBe(401);
  });

  it('is refused when it was changed', async () => {
    await start();
    const [header, payload = '', signature] = (await issuer.token('7d3f-sub', ['integrator'])).split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
    const raised = [header, segment({ ...claims, roles: ['operator'] }), signature].join('.');
    expect((await ask(raised)).statusCode).toBe(401);
  });

  it('is answered before the body is read', async () => {
    await start();
    const decide = async (bearer?: string): Promise<number> =>
      (await ask(bearer, '/desk/decision', '{ not JSON')).statusCode;
    expect(await decide()).toBe(401);
    expect(await decide(await operator())).toBe(403);
    const officer = await issuer.token('o1', ['officer'], { claims: { agency: 'residency' } });
    expect(await decide(officer)).toBe(400);
  });
});

describe('the roles of a token', () => {
  it.each([
    ['none', undefined],
    ['unknown ones', ['offline_access', 'admin']],
    ['something else', { operator: true }],
    ['the name of a method', 'constructor'],
  ])('may do nothing where it has %s', async (_what, roles) => {
    await start();
    const answer = await ask(await operator({ claims: { roles } }));
    expect(answer.json()).toMatchObject({ status: 403, code: 'forbidden' });
  });

  it('are left out where they are none of ours', async () => {
    await start();
    const token = await operator({ claims: { roles: ['admin', 'operator', 'operator'] } });
    expect((await ask(token)).json()).toMatchObject({ roles: ['operator'] });
  });

  it.each([
    ['realm_access.roles', { realm_access: { roles: ['operator'] } }],
    ['https://lienthong.example/roles', { 'https://lienthong.example/roles': ['operator'] }],
    ['scope', { scope: 'openid operator' }],
  ])('are found at %s', async (oidcRolesClaim, claims) => {
    await start({ oidcRolesClaim });
    const answer = await ask(await operator({ claims: { roles: undefined, ...claims } }));
    expect(answer.json()).toMatchObject({ roles: ['operator'] });
  });

  it('bind an officer to an agency and its offices', async () => {
    await start({ oidcAgencyClaim: 'post.agency', oidcOfficesClaim: 'post.offices' });
    const officer = (post: object): Promise<string> => issuer.token('o1', ['officer'], { claims: { post } });
    const whole = await officer({ agency: 'residency', offices: ['00004', '00008'] });
    expect((await ask(whole)).json()).toEqual({
      id: 'o1',
      roles: ['officer'],
      agency: 'residency',
      offices: ['00004', '00008'],
    });
    expect((await ask(await officer({ agency: 'residency' }))).json()).toMatchObject({ agency: 'residency' });
    for (const post of [{}, { agency: 'police' }, { agency: 'residency', offices: ['everywhere'] }])
      expect((await ask(await officer(post))).statusCode).toBe(403);
  });
});

describe('the keys of the provider', () => {
  it('may change at any time: the new one counts, the old one no more', async () => {
    await start();
    const before = await operator();
    expect((await ask(before)).statusCode).toBe(200);
    await issuer.rotate();
    expect((await ask(await operator())).statusCode).toBe(200);
    expect((await ask(before)).statusCode).toBe(401);
  });

  it('are not asked for again with every token that names an unknown one', async () => {
    await start({}, {});
    await ask(await operator());
    for (let i = 0; i < 5; i++)
      expect((await ask(await operator({ kid: `made-up-${i}` }))).statusCode).toBe(401);
    expect(issuer.keysAsked).toBe(1);
  });

  it.each(['down', 'failing', 'babbling'] as const)(
    'let nobody in while the provider is %s, and everybody once it is well',
    async (mood) => {
      await start();
      issuer.mood = mood;
      const token = await operator();
      const answer = await ask(token);
      expect(answer.json()).toMatchObject({
        status: 503,
        code: 'service-unavailable',
        service: 'identity-provider',
      });
      expect(answer.headers['retry-after']).toBe('5');
      expect(answer.body).not.toContain(token);
      issuer.mood = 'well';
      expect((await ask(token)).statusCode).toBe(200);
    },
  );

  it('are remembered while the provider is away; what they do not tell waits for it', async () => {
    await start();
    await ask(await operator());
    issuer.mood = 'down';
    expect((await ask(await operator())).statusCode).toBe(200);
    expect((await ask(await operator({ kid: 'key-99' }))).statusCode).toBe(503);
  });

  it('are not taken from a description of another issuer', async () => {
    issuer.calledOtherwise = 'https://evil.example';
    await start();
    expect((await ask(await operator())).statusCode).toBe(503);
  });

  it('are not needed to refuse who shows nothing, nor for what is open', async () => {
    issuer.mood = 'down';
    await start();
    expect((await ask()).statusCode).toBe(401);
    expect((await ask('lt_no-token')).statusCode).toBe(401);
    expect((await ask(undefined, '/desk/help')).statusCode).toBe(200);
  });
});

describe('API keys beside tokens', () => {
  function keysFile(): string {
    const path = join(folder, 'keys.json');
    const sha256 = createHash('sha256').update('lt_of-the-portal').digest('hex');
    writeFileSync(path, JSON.stringify({ keys: [{ id: 'portal', sha256, roles: ['integrator'] }] }));
    return path;
  }

  it('are taken where there is a file of them', async () => {
    issuer.mood = 'down';
    await start({ apiKeysFile: keysFile() });
    expect((await ask('lt_of-the-portal')).json()).toEqual({ id: 'portal', roles: ['integrator'] });
    expect((await ask('lt_of-nobody')).statusCode).toBe(401);
  });

  it('keep their ids to themselves: no token is taken for a key', async () => {
    await start({ apiKeysFile: keysFile() });
    expect((await ask(await issuer.token('portal', ['integrator']))).statusCode).toBe(401);
    expect((await ask(await issuer.token('portal-2', ['integrator']))).statusCode).toBe(200);
  });

  it('stop the start where the file is wrong', async () => {
    await expect(start({ apiKeysFile: join(folder, 'none.json') })).rejects.toThrow('API_KEYS_FILE is ');
  });
});
