import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { problemBody, type Problem } from '@lienthong/platform';
import { HttpCaseHistories } from './http-case-histories';
import { ServiceClient } from './service-client';
import { Upstream } from './upstream';

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(body === undefined ? undefined : JSON.stringify(body));

describe('ServiceClient', () => {
  const servers: Server[] = [];
  let asked: string[] = [];

  const serve = async (answer: Answer): Promise<string> => {
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString();
        asked.push(`${request.method} ${request.url} ${request.headers.authorization ?? '-'} ${body}`.trim());
        answer(request, response, body);
      });
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };

  const clientOf = (...urls: string[]): ServiceClient =>
    new ServiceClient(new Upstream('residency', urls), 'own-key');

  beforeEach(() => (asked = []));
  afterEach(async () => {
    for (const server of servers) server.closeAllConnections();
    await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
  });

  it('asks and tells in JSON with its own key, unless another is given', async () => {
    const client = clientOf(await serve(json(200, { fine: true })));
    expect(await client.get('/a?b=1')).toEqual({ fine: true });
    expect(await client.post('/c', { d: 2 }, { headers: { authorization: 'Bearer other' } })).toEqual({
      fine: true,
    });
    expect(asked).toEqual(['GET /a?b=1 Bearer own-key', 'POST /c Bearer other {"d":2}']);
  });

  it('finds nothing where there is nothing, and takes an answer without a body', async () => {
    expect(await clientOf(await serve(json(404, {}))).get('/a')).toBeUndefined();
    expect(
      await clientOf(await serve((_request, response) => response.writeHead(204).end())).post('/a', {}),
    ).toBeUndefined();
  });

  it('refuses as the service does: code, status, text, fields and what is said beside', async () => {
    const body = {
      type: '/problems/action-not-allowed',
      title: 'Không được',
      status: 409,
      detail: 'Hồ sơ đã kết thúc.',
      instance: '/internal',
      code: 'action-not-allowed',
      errors: [{ pointer: '/reason', code: 'too-short', message: 'Ngắn quá' }],
      allowedActions: ['correct'],
      traceId: 'of-the-other',
    };
    const client = clientOf(await serve(json(409, body, { 'retry-after': '7' })));
    const problem = (await client.post('/a', {}).catch((error: unknown) => error)) as Problem;
    expect(problem.getStatus()).toBe(409);
    expect(problem.headers).toEqual({ 'retry-after': '7' });
    expect(
      problemBody(problem, { language: 'vi', instance: '/v1/operations', traceId: 'mine' }),
    ).toMatchObject({
      code: 'action-not-allowed',
      detail: 'Hồ sơ đã kết thúc.',
      errors: [{ pointer: '/reason', code: 'too-short', message: 'Ngắn quá' }],
      allowedActions: ['correct'],
      instance: '/v1/operations',
      traceId: 'mine',
    });
    expect(await client.get('/a').catch((error: Problem) => error.code)).toBe('action-not-allowed');
  });

  it('passes over a replica that is gone, in trouble, silent, or does not know the key', async () => {
    const well = await serve(json(200, { by: 'well' }));
    const gone = 'http://127.0.0.1:1';
    const troubled = await serve(json(500, {}));
    const stranger = await serve(json(401, {}));
    const silent = await serve(() => undefined);
    for (const bad of [gone, troubled, stranger, silent]) {
      const client = clientOf(bad, well);
      expect(await client.post('/a', {}, { timeoutMs: 500 })).toEqual({ by: 'well' });
      expect(await client.get('/a')).toEqual({ by: 'well' });
    }
    // Each of those that could be asked was asked once, and then left alone.
    expect(asked).toHaveLength(3 + 8);
  });

  it('names the service when none of its replicas answers', async () => {
    const client = clientOf('http://127.0.0.1:1', await serve(json(503, {})));
    await expect(client.get('/a')).rejects.toMatchObject({
      code: 'service-unavailable',
      init: { extensions: { service: 'residency' } },
    });
  });

  it('reads histories page by page, and of cases a hundred at once', async () => {
    const url = await serve((request, response, body) => {
      const numbers = new URL(request.url ?? '', 'http://x').searchParams.get('dossierNumbers') ?? 'G0';
      json(
        200,
        numbers.split(',').map((dossierNumber) => ({ dossierNumber })),
      )(request, response, body);
    });
    const histories = new HttpCaseHistories(new Upstream('orchestrator', [url]));
    await histories.page(undefined, 5);
    await histories.page('G 1', 5);
    const numbers = Array.from({ length: 250 }, (_, i) => `G${i}`);
    expect((await histories.of(numbers)).map(({ dossierNumber }) => dossierNumber)).toEqual(numbers);
    expect(asked.slice(0, 2)).toEqual([
      'GET /internal/v1/case-histories?limit=5 -',
      'GET /internal/v1/case-histories?after=G+1&limit=5 -',
    ]);
    expect(asked).toHaveLength(5);
  });
});
