import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { ServiceClient, Upstream } from '@lienthong/remote';
import { HttpCaseActions } from './http-case-actions';
import { RemoteDesks } from './remote-desks';

interface Asked {
  readonly url: string | undefined;
  readonly onBehalfOf: unknown;
  readonly body: unknown;
}

describe('services that are processes of their own', () => {
  let server: Server;
  let client: ServiceClient;
  let asked: Asked[];
  let answer: { status: number; body: object };

  beforeEach(async () => {
    asked = [];
    answer = { status: 200, body: { status: 'decided' } };
    server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const { url, headers } = request;
        asked.push({
          url,
          onBehalfOf: headers['x-on-behalf-of'],
          body: chunks.length > 0 && JSON.parse(Buffer.concat(chunks).toString()),
        });
        response.writeHead(answer.status, { 'content-type': 'application/problem+json' });
        response.end(JSON.stringify(answer.body));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    client = new ServiceClient(new Upstream('there', [`http://127.0.0.1:${port}`]), 'key');
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  const caller = { id: 'officer.7', roles: ['officer'], agency: 'residency', offices: ['00004'] } as const;
  const decision = { decision: 'approve', reason: 'Đủ', caller } as const;

  it('are told who decides, and take nobody’s word for it where callers are not known', async () => {
    const agencies = new Map([['residency', client]]);
    expect(await new RemoteDesks(agencies, true).decide('residency', 'G1', decision)).toBe('decided');
    await new RemoteDesks(agencies, false).decide('residency', 'G1', decision);
    const body = { decision: 'approve', reason: 'Đủ', officer: 'officer.7' };
    const url = '/v1/agencies/residency/work-items/G1/decision';
    expect(asked).toEqual([
      { url, body, onBehalfOf: JSON.stringify(caller) },
      { url, body, onBehalfOf: undefined },
    ]);
    await expect(
      new RemoteDesks(agencies, true).decide('civil-registry', 'G1', decision),
    ).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('are asked what is so before, on behalf of the same person', async () => {
    const desks = new RemoteDesks(new Map([['residency', client]]), true);
    answer = { status: 200, body: { status: 'verifying' } };
    expect(await desks.statusOf('residency', 'G1', caller)).toBe('verifying');
    answer = { status: 404, body: { code: 'work-item-unknown' } };
    expect(await desks.statusOf('residency', 'G2', caller)).toBeUndefined();
    const onBehalfOf = JSON.stringify(caller);
    expect(asked).toEqual([
      { url: '/v1/agencies/residency/work-items/G1', body: false, onBehalfOf },
      { url: '/v1/agencies/residency/work-items/G2', body: false, onBehalfOf },
    ]);
    answer = { status: 403, body: { code: 'forbidden-office' } };
    await expect(desks.statusOf('residency', 'G1', caller)).rejects.toMatchObject({
      code: 'forbidden-office',
    });
  });

  it('refuse in their own words', async () => {
    answer = {
      status: 409,
      body: {
        type: '/problems/action-not-allowed',
        code: 'action-not-allowed',
        allowedActions: ['withdraw'],
      },
    };
    const refused = new HttpCaseActions(client).act('G1', {
      action: 'cancel',
      reason: 'Nhầm',
      operation: 'o-1',
    });
    await expect(refused).rejects.toMatchObject({
      code: 'action-not-allowed',
      init: { status: 409, extensions: { allowedActions: ['withdraw'] } },
    });
    expect(asked).toEqual([
      {
        url: '/internal/v1/actions/G1',
        body: { action: 'cancel', reason: 'Nhầm', operation: 'o-1' },
        onBehalfOf: undefined,
      },
    ]);
  });
});
