import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type ReplayNotice } from '@lienthong/contracts';
import { toVietnamIso } from '@lienthong/platform';

/** One `POST /v1/dossiers` as the gateway saw it. */
export interface Arrival {
  readonly key: string;
  readonly body: string;
  /** On the scale of `performance.now()`. */
  readonly at: number;
  /** 1 for the first request under this key. */
  readonly attempt: number;
}

/** An answer other than the right one. `drop`: the connection breaks, after the dossier was taken or before. */
export type Mishap =
  | { readonly drop: 'before' | 'after' }
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: unknown;
    };

interface Taken {
  readonly number: string;
  readonly body: string;
}

const PROBLEM = { 'content-type': 'application/problem+json' };

/** A gateway over HTTP that takes dossiers once per key, and misbehaves as it is told. */
export class FakeGateway {
  readonly arrivals: Arrival[] = [];
  readonly taken = new Map<string, Taken>();
  /** `{ to }` of every advance; a time under a virtual clock, else undefined. */
  readonly advances: number[] = [];
  /** What it was told of the run, and what it answers to that. */
  readonly notices: ReplayNotice[] = [];
  noticeStatus = 204;
  virtualNow: number | undefined;
  /** What goes wrong with an arrival; awaited, so it can also be slow. */
  mishap: (arrival: Arrival) => Promise<Mishap | undefined> | Mishap | undefined = () => undefined;
  /** What is read under a path below `/v1/dossiers`, and of `/metrics`; undefined: 404. */
  read: (path: string, query: URLSearchParams) => unknown = () => undefined;
  private readonly attempts = new Map<string, number>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<FakeGateway> {
    const server = createServer();
    const gateway = new FakeGateway(server);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      void gateway.handle(request, response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return gateway;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = performance.now();
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const { pathname, searchParams } = new URL(request.url ?? '', this.url);
    if (request.method === 'GET') this.answerRead(response, pathname, searchParams);
    else if (request.method === 'PUT' && pathname === '/v1/simulation/replay') {
      this.notices.push(JSON.parse(body) as ReplayNotice);
      response.writeHead(this.noticeStatus).end();
    } else if (pathname === '/v1/simulation/advance') this.advance(response, body);
    else await this.submit(response, String(request.headers['idempotency-key']), body, at);
  }

  private async submit(response: ServerResponse, key: string, body: string, at: number): Promise<void> {
    const attempt = (this.attempts.get(key) ?? 0) + 1;
    this.attempts.set(key, attempt);
    const arrival = { key, body, at, attempt };
    this.arrivals.push(arrival);
    const mishap = await this.mishap(arrival);
    if (mishap && 'status' in mishap) {
      send(response, mishap.status, mishap.body ?? { code: 'mishap' }, { ...PROBLEM, ...mishap.headers });
      return;
    }
    if (mishap?.drop === 'before') {
      response.destroy();
      return;
    }
    const before = this.taken.get(key);
    const taken = before ?? {
      number: `G22.99.08-20261116-${String(this.taken.size + 1).padStart(7, '0')}`,
      body,
    };
    this.taken.set(key, taken);
    if (mishap?.drop === 'after') response.destroy();
    else if (taken.body !== body) send(response, 422, { code: 'idempotency-key-reused' }, PROBLEM);
    else send(response, 202, { dossierNumber: taken.number, status: 'submitted' });
  }

  private advance(response: ServerResponse, body: string): void {
    if (this.virtualNow === undefined) {
      send(response, 409, { code: 'virtual-clock-only' }, PROBLEM);
      return;
    }
    const { to } = JSON.parse(body) as { readonly to?: string };
    if (to !== undefined) {
      this.virtualNow = Date.parse(to);
      this.advances.push(this.virtualNow);
    }
    send(response, 200, { now: toVietnamIso(this.virtualNow) });
  }

  private answerRead(response: ServerResponse, path: string, query: URLSearchParams): void {
    const found = this.read(path.replace(/^\/v1\/dossiers\/?/, ''), query);
    if (found === undefined) send(response, 404, { code: 'dossier-not-found' }, PROBLEM);
    else send(response, 200, found);
  }
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}
