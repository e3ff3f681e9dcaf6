import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, request as httpRequest, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import replyFrom from '@fastify/reply-from';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  type AccessSettings,
  configureHttp,
  createHttpAdapter,
  guardAccess,
  Metrics,
  type Principal,
  Settings,
} from '@lienthong/platform';
import { Upstream } from '@lienthong/remote';
import { AGENCY_UPSTREAMS, AgencyProxyController } from './agency-proxy.controller';

interface Seen {
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

const OFFICER: Principal = { id: 'lan', roles: ['officer'], agency: 'residency', offices: ['00004'] };
const SERVICE: Principal = { id: 'another-service', roles: ['service'] };
const INTEGRATOR: Principal = { id: 'portal', roles: ['integrator'] };

const LIST = '/v1/agencies/residency/work-items';

describe('an agency behind the gateway', () => {
  const seen: Seen[] = [];
  let folder: string;
  let agency: Server;
  let app: NestFastifyApplication;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lienthong-agency-proxy-'));
    agency = createServer(({ url, headers }, response) => {
      seen.push({ url, headers });
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
    await new Promise<void>((resolve) => agency.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => app.close());
  afterAll(async () => {
    agency.closeAllConnections();
    await new Promise((resolve) => agency.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(auth: AccessSettings['auth']): Promise<void> {
    seen.length = 0;
    const apiKeysFile = join(folder, 'keys.json');
    const keys = [OFFICER, SERVICE, INTEGRATOR].map((principal) => ({
      ...principal,
      sha256: createHash('sha256').update(`lt_${principal.id}`).digest('hex'),
    }));
    writeFileSync(apiKeysFile, JSON.stringify({ keys }));
    const base = `http://127.0.0.1:${(agency.address() as AddressInfo).port}`;

    @Module({
      controllers: [AgencyProxyController],
      providers: [
        { provide: Metrics, useValue: new Metrics() },
        { provide: Settings, useValue: { serviceApiKey: 'lt_of-the-gateway' } },
        { provide: AGENCY_UPSTREAMS, useValue: new Map([['residency', new Upstream('residency', [base])]]) },
      ],
    })
    class GatewayModule {}

    app = await NestFactory.create<NestFastifyApplication>(GatewayModule, createHttpAdapter(), {
      logger: false,
    });
    configureHttp(app);
    guardAccess(app, { auth, apiKeysFile });
    await app.getHttpAdapter().getInstance().register(replyFrom, { http: {} });
    await app.listen(0, '127.0.0.1');
  }

  /** The status of the answer. The path is sent as it stands here, as no well-behaved client would. */
  function ask(
    caller: Principal,
    path: string,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<number> {
    const { port } = app.getHttpServer().address() as AddressInfo;
    const shown = { authorization: `Bearer lt_${caller.id}`, ...headers };
    return new Promise((resolve, reject) => {
      httpRequest({ host: '127.0.0.1', port, path, headers: shown }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      })
        .on('error', reject)
        .end();
    });
  }

  it('is told for whom the gateway asks, by the gateway’s own key', async () => {
    await start('api-key');
    expect(await ask(OFFICER, `${LIST}?office=00004`, { 'x-api-key': 'lt_lan' })).toBe(200);
    expect(seen).toHaveLength(1);
    expect(seen[0]?.url).toBe(`${LIST}?office=00004`);
    expect(seen[0]?.headers).not.toHaveProperty('x-api-key');
    expect(seen[0]?.headers).toMatchObject({
      authorization: 'Bearer lt_of-the-gateway',
      'x-on-behalf-of': JSON.stringify(OFFICER),
    });
  });

  it('is told of nobody whom the caller only claims to be', async () => {
    await start('api-key');
    const claimed = { 'x-on-behalf-of': '{"id":"chief","roles":["officer"]}' };
    expect(await ask(OFFICER, LIST, claimed)).toBe(403);
    expect(await ask(INTEGRATOR, LIST, claimed)).toBe(403);
    expect(seen).toEqual([]);
    expect(await ask(SERVICE, LIST, claimed)).toBe(200);
    expect(seen[0]?.headers['x-on-behalf-of']).toBe('{"id":"chief","roles":["officer"]}');
  });

  it('is told of nobody where nobody is asked who calls', async () => {
    await start('off');
    expect(await ask(OFFICER, LIST, { 'x-on-behalf-of': '{"id":"chief","roles":["officer"]}' })).toBe(200);
    expect(seen[0]?.headers).not.toHaveProperty('x-on-behalf-of');
  });

  it.each([
    '/v1/agencies/residency/../../../internal/v1/incidents',
    '/v1/agencies/residency/%2e%2e/%2e%2e/%2E%2E/metrics',
    '/v1/agencies/residency/..%2f..%2f..%2fmetrics',
    String.raw`/v1/agencies/residency/x\..\..\..\..\internal/v1/incidents`,
    String.raw`/v1/agencies/residency/x\..\..\..\..\metrics?office=00004`,
    '/v1/agencies/residency//../../metrics',
    '/v1/agencies/police/work-items',
  ])('is asked nothing beside its desk: %s', async (path) => {
    await start('api-key');
    expect(await ask(OFFICER, path)).toBeGreaterThanOrEqual(400);
    expect(seen).toEqual([]);
  });
});
