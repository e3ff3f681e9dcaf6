import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { HttpCaseQueries } from './http-case-queries';
import { Upstream } from './upstream';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const json =
  (body: unknown, status = 200): Answer =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

describe('HttpCaseQueries', () => {
  const servers: Server[] = [];

  const serve = async (answer: Answer): Promise<string> => {
    const server = createServer(answer);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };

  const queriesOf = (...urls: string[]): HttpCaseQueries =>
    new HttpCaseQueries(new Upstream('orchestrator', urls), 'key-of-the-gateway');

  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve))));
  });

  it('asks with its key, and finds what is there and what is not', async () => {
    const asked: string[] = [];
    const url = await serve((request, response) => {
      asked.push(`${request.url} ${request.headers.authorization}`);
      json({ dossierNumber: 'G1' }, request.url?.includes('G1') ? 200 : 404)(request, response);
    });
    const queries = queriesOf(url);
    expect(await queries.find('G1', 'vi')).toEqual({ dossierNumber: 'G1' });
    expect(await queries.timeline('G2', 'en')).toBeUndefined();
    expect(await queries.processingTime('G2')).toBeUndefined();
    expect(asked).toEqual([
      '/internal/v1/cases/G1?language=vi Bearer key-of-the-gateway',
      '/internal/v1/cases/G2/timeline?language=en Bearer key-of-the-gateway',
      '/internal/v1/cases/G2/processing-time Bearer key-of-the-gateway',
    ]);
  });

  it('asks for what one caller filed', async () => {
    const asked: string[] = [];
    const url = await serve((request, response) => {
      asked.push(request.url ?? '');
      json({ items: [] })(request, response);
    });
    const queries = queriesOf(url);
    await queries.find('G1', 'vi', 'a b');
    await queries.timeline('G1', 'en', 'portal');
    await queries.processingTime('G1', 'portal');
    await queries.list({ limit: 5, submittedBy: 'portal' }, 'vi');
    expect(asked).toEqual([
      '/internal/v1/cases/G1?language=vi&submittedBy=a+b',
      '/internal/v1/cases/G1/timeline?language=en&submittedBy=portal',
      '/internal/v1/cases/G1/processing-time?submittedBy=portal',
      '/internal/v1/cases?language=vi&limit=5&submittedBy=portal',
    ]);
  });

  it('lists by what the filter says', async () => {
    let asked = '';
    const url = await serve((request, response) => {
      asked = request.url ?? '';
      json({ items: [], nextCursor: 'x' })(request, response);
    });
    const filter = { status: 'completed', from: 5, limit: 10, cursor: 'a b' } as const;
    expect(await queriesOf(url).list(filter, 'en')).toEqual({ items: [], nextCursor: 'x' });
    expect(asked).toBe('/internal/v1/cases?language=en&status=completed&from=5&limit=10&cursor=a+b');
  });

  it('asks which cases nobody moves on', async () => {
    let asked = '';
    const url = await serve((request, response) => {
      asked = request.url ?? '';
      json(['G1', 'G2'])(request, response);
    });
    expect(await queriesOf(url).withoutOwner()).toEqual(['G1', 'G2']);
    expect(asked).toBe('/internal/v1/cases/without-owner');
  });

  it('goes to another replica where one is gone or in trouble', async () => {
    const troubled = await serve(json({}, 500));
    const well = await serve(json({ dossierNumber: 'G1' }));
    const queries = queriesOf('http://127.0.0.1:1', troubled, well);
    for (let i = 0; i < 4; i++) expect(await queries.find('G1', 'vi')).toEqual({ dossierNumber: 'G1' });
  });

  it('says which service does not answer when none of its replicas does', async () => {
    await expect(queriesOf('http://127.0.0.1:1').find('G1', 'vi')).rejects.toMatchObject({
      code: 'service-unavailable',
    });
  });
});
