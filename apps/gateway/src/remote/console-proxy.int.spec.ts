import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import replyFrom from '@fastify/reply-from';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { configureHttp, createHttpAdapter, guardAccess, Metrics } from '@lienthong/platform';
import { Upstream } from '@lienthong/remote';
import {
  CONSOLE_UPSTREAM,
  ConsolePageProxyController,
  ConsoleProxyController,
} from './console-proxy.controllers';

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

const OPERATOR_KEY = 'lt_key-of-an-operator';
const INTEGRATOR_KEY = 'lt_key-of-an-integrator';
const OFFICER_KEY = 'lt_key-of-an-officer';

const settled = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
};

describe('the console behind the gateway', () => {
  let folder: string;
  let console: Server;
  let app: NestFastifyApplication;
  let url: string;
  const seen: Seen[] = [];
  let answer: (seen: Seen, response: ServerResponse) => void;
  const leavings: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'lienthong-console-proxy-'));
    const apiKeysFile = join(folder, 'keys.json');
    const keyOf = (id: string, key: string) => ({
      id,
      sha256: createHash('sha256').update(key).digest('hex'),
      roles: [id],
    });
    const keys = [
      keyOf('operator', OPERATOR_KEY),
      keyOf('integrator', INTEGRATOR_KEY),
      keyOf('officer', OFFICER_KEY),
    ];
    writeFileSync(apiKeysFile, JSON.stringify({ keys }));

    console = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('close', () => leavings.push(request.url ?? ''));
      request.on('end', () => {
        const { method = '', headers } = request;
        const one = { method, url: request.url ?? '', headers, body: Buffer.concat(chunks).toString() };
        seen.push(one);
        answer(one, response);
      });
    });
    await new Promise<void>((resolve) => console.listen(0, '127.0.0.1', resolve));
    const base = `http://127.0.0.1:${(console.address() as AddressInfo).port}`;

    @Module({
      controllers: [ConsoleProxyController, ConsolePageProxyController],
      providers: [
        { provide: Metrics, useValue: new Metrics() },
        { provide: CONSOLE_UPSTREAM, useValue: new Upstream('console', [base]) },
      ],
    })
    class GatewayModule {}

    app = await NestFactory.create<NestFastifyApplication>(GatewayModule, createHttpAdapter(), {
      logger: false,
      abortOnError: false,
    });
    configureHttp(app);
    guardAccess(app, { auth: 'api-key', apiKeysFile });
    await app.getHttpAdapter().getInstance().register(replyFrom, { http: {} });
    await app.listen(0, '127.0.0.1');
    url = (await app.getUrl()).replace('localhost', '127.0.0.1');
  });
  beforeEach(() => {
    seen.length = 0;
    leavings.length = 0;
    answer = (_seen, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"from":"console"}');
  });
  afterAll(async () => {
    await app.close();
    console.closeAllConnections();
    await new Promise((resolve) => console.close(resolve));
    rmSync(folder, { recursive: true, force: true });
  });

  const ask = (
    path: string,
    init: RequestInit = {},
    key: string | undefined = OPERATOR_KEY,
  ): Promise<Response> =>
    fetch(url + path, {
      redirect: 'manual',
      ...init,
      headers: { authorization: `Bearer ${key}`, ...init.headers },
    });

  it('is shown who calls: path, query, key and body arrive as they were sent', async () => {
    const read = await ask('/v1/operations/cases?status=in-progress,refused&sort=-updatedAt');
    expect(await read.json()).toEqual({ from: 'console' });
    const body = JSON.stringify({ reason: 'lý do đủ dài', action: 'stop' });
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'k1' };
    await ask('/v1/operations/cases/G1/actions', { method: 'POST', headers, body });
    expect(seen.map(({ method, url: path }) => `${method} ${path}`)).toEqual([
      'GET /v1/operations/cases?status=in-progress,refused&sort=-updatedAt',
      'POST /v1/operations/cases/G1/actions',
    ]);
    expect(seen[0]?.headers).toMatchObject({ authorization: `Bearer ${OPERATOR_KEY}` });
    expect(seen[1]?.headers).toMatchObject({
      authorization: `Bearer ${OPERATOR_KEY}`,
      'idempotency-key': 'k1',
    });
    expect(JSON.parse(seen[1]?.body ?? '')).toEqual(JSON.parse(body));
  });

  it('also by X-API-Key, and nobody outside speaks for somebody else', async () => {
    const headers = { 'x-api-key': OPERATOR_KEY };
    expect((await fetch(`${url}/v1/operations/session`, { headers })).status).toBe(200);
    expect(seen.at(-1)?.headers['x-api-key']).toBe(OPERATOR_KEY);
    const claimed = { ...headers, 'x-on-behalf-of': '{"id":"somebody","roles":["supervisor"]}' };
    expect((await fetch(`${url}/v1/operations/session`, { headers: claimed })).status).toBe(403);
    expect(seen).toHaveLength(1);
  });

  it('lets nobody near it who has nothing to do there, but everybody to its page and to how one signs in', async () => {
    expect((await fetch(`${url}/v1/operations/cases`)).status).toBe(401);
    expect((await ask('/v1/operations/cases', {}, INTEGRATOR_KEY)).status).toBe(403);
    expect(seen).toEqual([]);
    for (const path of [
      '/v1/operations/sign-in',
      '/console',
      '/console/',
      '/console/cases/G1',
      '/console/assets/a.js',
    ])
      expect((await fetch(url + path)).status).toBe(200);
    expect(seen).toHaveLength(5);
  });

  it('leaves it to the console which cases an officer may read', async () => {
    answer = (_seen, response) => response.writeHead(404).end('{"code":"dossier-not-found"}');
    expect((await ask('/v1/operations/cases/G1', {}, OFFICER_KEY)).status).toBe(404);
    expect(seen).toMatchObject([
      { url: '/v1/operations/cases/G1', headers: { authorization: `Bearer ${OFFICER_KEY}` } },
    ]);
  });

  it('answers with its own headers and refusals', async () => {
    answer = (_seen, response) =>
      response
        .writeHead(409, {
          'content-type': 'application/problem+json',
          'cache-control': 'no-cache',
          etag: '"1"',
        })
        .end('{"code":"action-not-allowed"}');
    const refused = await ask('/v1/operations/cases/G1');
    expect(refused.status).toBe(409);
    expect(refused.headers.get('etag')).toBe('"1"');
    expect(refused.headers.get('cache-control')).toBe('no-cache');
    expect(await refused.json()).toEqual({ code: 'action-not-allowed' });
    const head = await ask('/v1/operations/live', { method: 'HEAD' });
    expect(head.status).toBe(409);
    expect(seen.at(-1)?.method).toBe('HEAD');
  });

  it('streams events as they come, and tells the console when their reader has gone', async () => {
    let console$: ServerResponse | undefined;
    answer = (_seen, response) => {
      console$ = response;
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('retry: 1000\n\n');
    };
    const leaving = new AbortController();
    const stream = await ask('/v1/operations/live', { signal: leaving.signal });
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toBe('retry: 1000\n\n');
    console$?.write('event: changed\ndata: {}\n\n');
    expect((await reader.read()).value).toBe('event: changed\ndata: {}\n\n');
    leaving.abort();
    await reader.read().catch(() => undefined);
    await settled(() => leavings.includes('/v1/operations/live'));
  });

  it('says so when it does not answer', async () => {
    answer = (_seen, response) => response.destroy();
    const silent = await ask('/v1/operations/system');
    expect(silent.status).toBe(503);
    expect(await silent.json()).toMatchObject({ code: 'service-unavailable', service: 'console' });
  });
});
