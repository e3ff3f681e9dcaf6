import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Body, Controller, Get, Module, Post, Req } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication, RouteConfig } from '@nestjs/platform-fastify';
import { type FastifyRequest } from 'fastify';
import { Metrics } from '../metrics';
import { configureHttp, createHttpAdapter, NDJSON_ROUTE } from '../problem';
import { type Settings } from '../settings';
import { accessConfig } from './access-rule';
import { guardAccess } from './guard-access';
import { ON_BEHALF_OF, onBehalfOf } from './on-behalf-of';
import { type Principal, principalOf } from './principal';
import { type Role, ROLES } from './role';
import { OpenToAll, Roles } from './roles.decorator';

type Answer = Awaited<ReturnType<NestFastifyApplication['inject']>>;

const keyOf = (role: string): string => `lt_key-of-the-${role}`;
const bearer = (role: string): Record<string, string> => ({ authorization: `Bearer ${keyOf(role)}` });
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

@Controller('desk')
@Roles('officer', 'operator')
class DeskController {
  @Get('me')
  me(@Req() request: FastifyRequest): object {
    return { principal: principalOf(request) ?? null };
  }

  @Post('items/:id/decision')
  decide(@Body() body: object): object {
    return body;
  }

  @Post('cancellation')
  @Roles('operator')
  cancel(): object {
    return {};
  }

  @Post('batch')
  @RouteConfig(NDJSON_ROUTE)
  batch(): object {
    return {};
  }

  @Get('help')
  @OpenToAll()
  help(): object {
    return {};
  }
}

@Controller('shared')
class SharedController {
  @Get('me')
  @Roles('officer', 'service')
  me(@Req() request: FastifyRequest): object {
    return { principal: principalOf(request) ?? null };
  }

  @Get('all')
  @Roles('integrator', 'operator', 'supervisor', 'auditor', 'officer', 'service')
  all(): object {
    return {};
  }
}

@Controller('forgotten')
class UnmarkedController {
  @Get()
  read(): object {
    return {};
  }
}

@Module({ controllers: [DeskController, SharedController, UnmarkedController], providers: [Metrics] })
class TestingModule {}

let folder: string;
let app: NestFastifyApplication;

async function start(auth: Settings['auth']): Promise<void> {
  const apiKeysFile = join(folder, 'keys.json');
  const keys = ROLES.map((role) => ({ id: `test-${role}`, sha256: sha256(keyOf(role)), roles: [role] }));
  writeFileSync(apiKeysFile, JSON.stringify({ keys }));
  app = await NestFactory.create<NestFastifyApplication>(TestingModule, createHttpAdapter(), {
    logger: false,
  });
  configureHttp(app);
  guardAccess(app, { auth, apiKeysFile });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/raw/open', { config: accessConfig('open') }, async () => ({}));
  fastify.get('/raw/marked', { config: accessConfig(['service']) }, async () => ({}));
  fastify.get('/raw/unmarked', async () => ({}));
  await app.init();
  await fastify.ready();
}

const get = (url: string, headers: Record<string, string> = {}): Promise<Answer> =>
  app.inject({ method: 'GET', url, headers });
const post = (url: string, payload: string, headers: Record<string, string> = {}): Promise<Answer> =>
  app.inject({
    method: 'POST',
    url,
    payload,
    headers: { 'content-type': 'application/json', ...headers },
  });

beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lienthong-access-'))));
afterEach(async () => {
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('AUTH=api-key', () => {
  beforeEach(() => start('api-key'));

  it('asks who has no key for one, in both languages', async () => {
    const answer = await get('/desk/me', { 'accept-language': 'en' });
    expect(answer.statusCode).toBe(401);
    expect(answer.headers).toMatchObject({
      'www-authenticate': 'Bearer',
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
    });
    expect(answer.json()).toMatchObject({
      code: 'unauthenticated',
      title: 'Not authenticated',
      detail: 'Send a valid API key: Authorization: Bearer <key>.',
      instance: '/desk/me',
      traceId: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown,
    });
    expect((await get('/desk/me')).json()).toMatchObject({ title: 'Chưa xác thực' });
  });

  it.each([
    ['an unknown key', { authorization: 'Bearer lt_unknown' }, 'Bearer error="invalid_token"'],
    ['the hash of a key', { 'x-api-key': sha256(keyOf('officer')) }, 'Bearer error="invalid_token"'],
    ['another scheme', { authorization: `Basic ${keyOf('officer')}` }, 'Bearer'],
    ['a bare key', { authorization: keyOf('officer') }, 'Bearer'],
    ['an empty key', { 'x-api-key': '' }, 'Bearer'],
  ])('does not take %s, nor repeat it', async (_what, headers: Record<string, string>, challenge) => {
    const answer = await get('/desk/me', headers);
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['www-authenticate']).toBe(challenge);
    expect(answer.body).not.toMatch(/lt_|[0-9a-f]{64}/);
  });

  it.each([
    ['Authorization', bearer('officer')],
    ['Authorization in other letters', { authorization: `bearer  ${keyOf('officer')}` }],
    ['X-API-Key', { 'x-api-key': keyOf('officer') }],
  ])('takes a key from %s and tells the route who calls', async (_what, headers: Record<string, string>) => {
    const answer = await get('/desk/me', headers);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({ principal: { id: 'test-officer', roles: ['officer'] } });
  });

  it.each(ROLES.map((role) => [role, role === 'officer' || role === 'operator' ? 200 : 403] as const))(
    'answers the role %s with %i',
    async (role, status) => {
      expect((await get('/desk/me', bearer(role))).statusCode).toBe(status);
    },
  );

  it('names the roles that may', async () => {
    const refused = await get('/desk/me', { ...bearer('integrator'), 'accept-language': 'en' });
    expect(refused.json()).toMatchObject({
      status: 403,
      code: 'forbidden',
      detail: 'For the roles: officer, operator.',
      roles: ['officer', 'operator'],
    });
    expect((await get('/desk/me', bearer('integrator'))).json()).toMatchObject({
      detail: 'Dành cho vai trò: officer, operator.',
    });
  });

  it('lets a method be for fewer than its class', async () => {
    expect((await post('/desk/cancellation', '{}', bearer('officer'))).json()).toMatchObject({
      status: 403,
      roles: ['operator'],
    });
    expect((await post('/desk/cancellation', '{}', bearer('operator'))).statusCode).toBe(201);
  });

  it('refuses before it reads the body', async () => {
    const url = '/desk/items/1/decision';
    expect((await post(url, '{ not JSON')).statusCode).toBe(401);
    expect((await post(url, '{ not JSON', bearer('auditor'))).statusCode).toBe(403);
    expect((await post(url, '{ not JSON', bearer('officer'))).statusCode).toBe(400);
    expect((await post(url, '{"a":1}', bearer('officer'))).json()).toEqual({ a: 1 });
  });

  it('guards routes with options of their own, and HEAD as GET', async () => {
    const ndjson = { 'content-type': 'application/x-ndjson' };
    expect((await post('/desk/batch', '{}\n', ndjson)).statusCode).toBe(401);
    expect((await post('/desk/batch', '{}\n', { ...ndjson, ...bearer('officer') })).statusCode).toBe(201);
    expect((await app.inject({ method: 'HEAD', url: '/desk/me' })).statusCode).toBe(401);
    expect(
      (await app.inject({ method: 'HEAD', url: '/desk/me', headers: bearer('officer') })).statusCode,
    ).toBe(200);
  });

  it('refuses what nobody has marked, whoever asks', async () => {
    for (const url of ['/forgotten', '/raw/unmarked']) {
      expect((await get(url)).statusCode).toBe(401);
      for (const role of ROLES) {
        const answer = await get(url, bearer(role));
        expect(answer.json()).toMatchObject({ status: 403, code: 'forbidden', roles: [] });
      }
    }
  });

  it('guards routes beside Nest by their options', async () => {
    expect((await get('/raw/marked')).statusCode).toBe(401);
    expect((await get('/raw/marked', bearer('officer'))).json()).toMatchObject({ roles: ['service'] });
    expect((await get('/raw/marked', bearer('service'))).statusCode).toBe(200);
  });

  it.each(['/desk/help', '/raw/open'])('needs no key for %s', async (url) => {
    expect((await get(url)).statusCode).toBe(200);
    expect((await get(url, { authorization: 'Bearer lt_unknown' })).statusCode).toBe(200);
  });

  it('says of a path without a route what it ever said', async () => {
    expect((await get('/nowhere')).json()).toMatchObject({ status: 404, code: 'not-found' });
    const wrongMethod = await post('/desk/me', '{}');
    expect(wrongMethod.statusCode).toBe(405);
    expect(wrongMethod.headers['allow']).toContain('GET');
  });

  it('counts what it refused', async () => {
    await get('/desk/me');
    const requests = await app.get(Metrics).getSingleMetricAsString('lienthong_http_requests_total');
    expect(requests).toContain('method="GET",route="/desk/me",status="401"');
  });
});

describe('a service that asks for somebody', () => {
  beforeEach(() => start('api-key'));

  const officer: Principal = { id: 'officer.7', roles: ['officer'], agency: 'residency', offices: ['00004'] };
  const asking = (role: Role, person: Principal): Record<string, string> => ({
    ...bearer(role),
    ...onBehalfOf(person),
  });

  it('is taken for whom it asks', async () => {
    const answer = await get('/shared/me', asking('service', officer));
    expect({ status: answer.statusCode, body: answer.json<object>() }).toEqual({
      status: 200,
      body: { principal: officer },
    });
  });

  it.each(ROLES.filter((role) => role !== 'service'))('is believed in no %s', async (role) => {
    const answer = await get(role === 'officer' ? '/shared/me' : '/shared/all', asking(role, officer));
    expect(answer.json()).toMatchObject({ status: 403, code: 'forbidden', roles: ['service'] });
  });

  it('gains nothing by it, and neither does who is asked for', async () => {
    const operator: Principal = { id: 'ops.1', roles: ['operator'] };
    expect((await get('/desk/me', asking('service', operator))).statusCode).toBe(403);
    const auditor: Principal = { id: 'audit.1', roles: ['auditor'] };
    expect((await get('/shared/me', asking('service', auditor))).statusCode).toBe(403);
  });

  it('may name anybody to another service', async () => {
    expect((await get('/raw/marked', asking('service', officer))).statusCode).toBe(200);
  });

  it('is told when it names nobody', async () => {
    for (const header of ['officer.7', '{"id":"officer.7"}', '']) {
      const answer = await get('/shared/me', { ...bearer('service'), [ON_BEHALF_OF]: header });
      expect(answer.json()).toMatchObject({ status: 400, code: 'bad-request' });
    }
  });
});

describe('AUTH=off', () => {
  beforeEach(() => start('off'));

  it.each(['/desk/me', '/forgotten', '/raw/marked', '/raw/unmarked'])('leaves %s open', async (url) => {
    expect((await get(url)).statusCode).toBe(200);
  });

  it('knows nobody, not even by a key', async () => {
    const role: Role = 'operator';
    expect((await get('/desk/me', bearer(role))).json()).toEqual({ principal: null });
  });
});
