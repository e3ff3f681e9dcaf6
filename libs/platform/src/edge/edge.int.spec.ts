import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Body, Controller, Get, HttpCode, Module, Post, Query, Req, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type NestFastifyApplication, RouteConfig } from '@nestjs/platform-fastify';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { OpenToAll, Roles } from '../access';
import { Metrics } from '../metrics';
import { configureHttp, createHttpAdapter, NDJSON_ROUTE, Problem } from '../problem';
import { readSettings } from '../settings';
import { guardEdge } from './guard-edge';
import { type BodyPace } from './incoming-bodies';
import { Quota } from './quota';

const PACE: BodyPace = { leastBytes: 200, windowMs: 200, lingerMs: 100, lookMs: 20 };

/** Whether the server is at work on what came, so that it keeps a sender waiting. */
let working: Promise<void> | undefined;

@Controller()
class TestController {
  private readonly quota = new Quota(2);

  @Get('health/live')
  @OpenToAll()
  live(): object {
    return { status: 'live' };
  }

  @Get('v1/things')
  @Roles('integrator', 'service')
  things(): object {
    return { things: [] };
  }

  @Post('v1/things')
  @Roles('integrator')
  @HttpCode(202)
  take(@Body() body: object): object {
    return body;
  }

  @Get('v1/stream')
  @Roles('integrator')
  stream(@Req() asked: FastifyRequest, @Res() reply: FastifyReply): void {
    this.quota.hold(asked, reply.raw);
    reply.hijack();
    reply.raw.writeHead(200).write('open\n');
  }

  @Post('v1/lines')
  @Roles('integrator')
  @RouteConfig(NDJSON_ROUTE)
  @HttpCode(200)
  async lines(@Body() body: unknown, @Query('held') held?: string): Promise<object> {
    let bytes = 0;
    try {
      for await (const chunk of body as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        if (held !== undefined) await working;
      }
    } catch (error) {
      return { bytes, code: error instanceof Problem ? error.code : 'broken' };
    }
    return { bytes };
  }
}

@Module({ controllers: [TestController], providers: [{ provide: Metrics, useFactory: () => new Metrics() }] })
class TestModule {}

interface Answer {
  readonly status: number;
  readonly code?: string;
  readonly headers: NodeJS.Dict<string | string[]>;
}

let folder: string;
let app: NestFastifyApplication;
let port: number;

async function serve(env: Readonly<Record<string, string>> = {}): Promise<void> {
  app = await NestFactory.create<NestFastifyApplication>(TestModule, createHttpAdapter(), { logger: false });
  configureHttp(app, PACE);
  await guardEdge(app, readSettings(env, []));
  await app.listen(0, '127.0.0.1');
  port = Number(new URL(await app.getUrl()).port);
}

const withKeys = (env: Readonly<Record<string, string>> = {}): Promise<void> =>
  serve({ AUTH: 'api-key', API_KEYS_FILE: join(folder, 'keys.json'), ...env });

const key = (id: string): Record<string, string> => ({ authorization: `Bearer lt_${id}` });

/** One call on a connection of its own, with a `Host` that a browser would send. */
function call(path: string, headers: Record<string, string> = {}, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const sent = { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers };
    request({ port, host: '127.0.0.1', path, method, headers: sent, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const { code } = JSON.parse(Buffer.concat(chunks).toString()) as { code?: string };
        resolve({ status: answer.statusCode ?? 0, ...(code && { code }), headers: answer.headers });
      });
    })
      .on('error', reject)
      .end(body);
  });
}

/** A connection that sends what a test says, and what came back by the time that the server closed it. */
function talk(text: string): { readonly socket: Socket; readonly closed: Promise<string> } {
  const socket = connect(port, '127.0.0.1', () => socket.write(text));
  let got = '';
  socket.on('data', (chunk) => (got += chunk.toString()));
  socket.on('error', () => undefined);
  return { socket, closed: new Promise((resolve) => socket.on('close', () => resolve(got))) };
}

/** A byte every so often, for as long as the connection stands. */
function trickle(socket: Socket, text: string, everyMs = 20): void {
  const timer = setInterval(() => socket.write(text), everyMs);
  socket.on('close', () => clearInterval(timer));
}

const head = (path: string, headers: readonly string[]): string =>
  [`POST ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, ...headers, '', ''].join('\r\n');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lienthong-edge-'));
  const entry = (id: string, role: string): object => ({
    id,
    sha256: createHash('sha256').update(`lt_${id}`).digest('hex'),
    roles: [role],
  });
  const keys = [entry('portal', 'integrator'), entry('hospital', 'integrator'), entry('inner', 'service')];
  writeFileSync(join(folder, 'keys.json'), JSON.stringify({ keys }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
afterEach(async () => {
  working = undefined;
  app.getHttpServer().closeAllConnections();
  await app.close();
});

describe('a page of another site', () => {
  it('cannot reach a server without keys by a name that resolves to loopback', async () => {
    await serve();
    for (const host of [
      'evil.example',
      'localhost.evil.example',
      '127.0.0.1.evil.example',
      '10.0.0.7:3000',
      '@',
    ])
      expect([host, await call('/v1/things', { host })]).toMatchObject([
        host,
        { status: 421, code: 'host-not-allowed' },
      ]);
    for (const host of ['localhost', 'LOCALHOST:3000', '127.0.0.1', '127.8.8.8:1', '[::1]:3000'])
      expect([host, await call('/v1/things', { host })]).toMatchObject([host, { status: 200 }]);
  });

  it('cannot send it anything, not even without a body, by its right name', async () => {
    await serve();
    const host = 'localhost:3000';
    for (const origin of [
      'http://evil.example',
      'null',
      'http://localhost:8080',
      'http://127.0.0.1:3000',
      'x',
    ]) {
      const refused = { status: 403, code: 'origin-not-allowed' };
      expect([origin, await call('/v1/things', { host, origin }, '{}')]).toMatchObject([origin, refused]);
      expect([origin, await call('/v1/stream', { host, origin })]).toMatchObject([origin, refused]);
    }
    expect(await call('/v1/things', { host, origin: 'http://localhost:3000' }, '{}')).toMatchObject({
      status: 202,
    });
  });

  it('may be one of ALLOWED_HOSTS, behind a proxy that gives the name on or not', async () => {
    await serve({ ALLOWED_HOSTS: 'lienthong.example, other.example' });
    const origin = 'https://lienthong.example';
    for (const host of ['lienthong.example', '127.0.0.1:3000'])
      expect(await call('/v1/things', { host, origin }, '{}')).toMatchObject({ status: 202 });
    expect(await call('/v1/things', { host: 'evil.example' })).toMatchObject({ status: 421 });
  });

  it('has no key to show, so with keys no name is refused, and a page only where ALLOWED_HOSTS is set', async () => {
    await withKeys();
    const foreign = { host: 'anything.example', origin: 'http://evil.example' };
    expect(await call('/v1/things', foreign)).toMatchObject({ status: 401 });
    expect(await call('/v1/things', { ...foreign, ...key('portal') })).toMatchObject({ status: 200 });
    await app.close();
    await withKeys({ ALLOWED_HOSTS: 'lienthong.example' });
    expect(await call('/v1/things', { ...foreign, ...key('portal') })).toMatchObject({ status: 403 });
    expect(await call('/v1/things', { host: 'gateway:3000', ...key('portal') })).toMatchObject({
      status: 200,
    });
  });

  it('is told the setting, in the language asked for', async () => {
    await serve();
    const answer = await app.inject({
      url: '/v1/things',
      headers: { host: 'evil.example', 'accept-language': 'en' },
    });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json<{ detail: string }>().detail).toContain('ALLOWED_HOSTS');
  });

  it('does not stop probes, which ask by any address', async () => {
    await serve();
    expect(await call('/health/live', { host: '10.1.2.3:3000' })).toMatchObject({ status: 200 });
    expect(await call('/health/live/../../v1/things', { host: '10.1.2.3' })).toMatchObject({ status: 421 });
  });
});

describe('a body that comes slowly', () => {
  it('is answered 408 and its connection closed, and others are served meanwhile', async () => {
    await serve();
    const slow = talk(head('/v1/things', ['Content-Type: application/json', 'Content-Length: 60000']));
    trickle(slow.socket, ' ');
    expect(await call('/v1/things', {}, '{}')).toMatchObject({ status: 202 });
    const answer = await slow.closed;
    expect(answer).toMatch(/^HTTP\/1.1 408 /);
    expect(answer).toContain('"code":"request-timeout"');
  });

  it('does not keep the connection after a refusal that did not wait for it', async () => {
    await withKeys();
    for (const path of ['/v1/things', '/v1/lines']) {
      const slow = talk(head(path, ['Content-Type: application/json', 'Content-Length: 60000']));
      trickle(slow.socket, ' '.repeat(50));
      expect(await slow.closed).toMatch(/^HTTP\/1.1 401 /);
    }
  });

  it('ends a stream of lines with a problem, after what came of the lines before', async () => {
    await withKeys();
    const headers = [
      'Content-Type: application/x-ndjson',
      'Transfer-Encoding: chunked',
      `Authorization: Bearer lt_portal`,
    ];
    const slow = talk(head('/v1/lines', headers));
    trickle(slow.socket, '1\r\n \r\n');
    expect(await slow.closed).toMatch(/"bytes":[1-9]\d*,"code":"request-timeout"/);
  });

  it('may take any time at a good pace, and while the server keeps its sender waiting', async () => {
    await withKeys();
    let goOn = (): void => undefined;
    working = new Promise((resolve) => (goOn = resolve));
    const headers = [
      'Content-Type: application/x-ndjson',
      'Content-Length: 30',
      `Authorization: Bearer lt_portal`,
      'Connection: close',
    ];
    const held = talk(head('/v1/lines?held=yes', headers) + 'x'.repeat(10));
    // A sender of the right pace that begins later, and is over the window several times before it ends.
    const steady = talk(
      head('/v1/lines', ['Content-Type: application/x-ndjson', 'Content-Length: 30000', ...headers.slice(2)]),
    );
    await new Promise<void>((resolve) => {
      let left = 30;
      const timer = setInterval(() => {
        steady.socket.write('y'.repeat(1000));
        if (--left > 0) return;
        clearInterval(timer);
        resolve();
      }, PACE.windowMs / 10);
    });
    expect(await steady.closed).toContain('{"bytes":30000}');
    held.socket.write('x'.repeat(20));
    goOn();
    expect(await held.closed).toContain('{"bytes":30}');
  });
});

describe('one caller', () => {
  it('who asks too often is told when to come again, and another is served', async () => {
    await withKeys({ RATE_LIMIT: '5' });
    const answers = await Promise.all(Array.from({ length: 12 }, () => call('/v1/things', key('portal'))));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]).toMatchObject({ code: 'rate-limit-exceeded', headers: { 'retry-after': '1' } });
    expect(await call('/v1/things', key('hospital'))).toMatchObject({ status: 200 });
  });

  it('is not counted where it is a service, nor where nobody is known', async () => {
    await withKeys({ RATE_LIMIT: '1' });
    for (let i = 0; i < 4; i++) {
      expect(await call('/v1/things', key('inner'))).toMatchObject({ status: 200 });
      expect(await call('/health/live')).toMatchObject({ status: 200 });
    }
  });

  it('who holds many streams is refused one more, and gets it again when one is closed', async () => {
    await withKeys();
    const open = (id: string): Promise<{ status: number; code?: string; end: () => Promise<void> }> =>
      new Promise((resolve, reject) => {
        const asked = request(
          { port, host: '127.0.0.1', path: '/v1/stream', headers: key(id), agent: false },
          (answer) =>
            answer.once('data', (chunk: Buffer) => {
              const end = (): Promise<void> =>
                new Promise((ended) => {
                  asked.once('close', ended);
                  asked.destroy();
                });
              const code = /"code":"([a-z-]+)"/.exec(chunk.toString())?.[1];
              resolve({ status: answer.statusCode ?? 0, ...(code && { code }), end });
            }),
        );
        asked.on('error', reject).end();
      });
    const first = await open('portal');
    const second = await open('portal');
    expect(await open('portal')).toMatchObject({ status: 429, code: 'too-many-at-once' });
    expect(await open('hospital')).toMatchObject({ status: 200 });
    await first.end();
    for (;;) if ((await open('portal')).status === 200) break;
    await second.end();
  });
});

describe('connections', () => {
  it('beyond the limit make idle ones give way', async () => {
    await serve({ MAX_CONNECTIONS: '2' });
    const idle = [0, 1].map(() => talk(`GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n`));
    await Promise.all(idle.map(({ socket }) => new Promise((resolve) => socket.once('data', resolve))));
    for (;;) {
      const answer = await call('/health/live').catch(() => undefined);
      if (answer?.status === 200) break;
    }
    await Promise.all(idle.map(({ closed }) => closed));
  });
});
