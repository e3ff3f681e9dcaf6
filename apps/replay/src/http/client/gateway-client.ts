import { Pool } from 'undici';

/** An answer that came whole, whatever it says. */
export interface GatewayAnswer {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** No whole answer came: refused, reset, closed or too slow. Whether the gateway acted is not known. */
export class NoAnswer extends Error {
  readonly code = 'no-answer';

  constructor(cause: unknown) {
    super(reasonOf(cause), { cause });
    this.name = 'NoAnswer';
  }
}

export interface ClientOptions {
  /** Where the gateway is, e.g. `http://127.0.0.1:3000`; a path is put before every other path. */
  readonly target: string;
  readonly apiKey: string | undefined;
  /** Connections at most: as many requests at a time, so that none waits unseen in the client. */
  readonly connections: number;
  /** How long an answer may take (ms). */
  readonly timeoutMs: number;
}

const LARGEST_ANSWER = 16 * 1024 * 1024;

/** HTTP to one gateway over connections that are kept. Follows no redirect and repeats nothing by itself. */
export class GatewayClient {
  private readonly pool: Pool;
  private readonly prefix: string;
  private readonly headers: Readonly<Record<string, string>>;

  constructor({ target, apiKey, connections, timeoutMs }: ClientOptions) {
    const { origin, pathname } = new URL(target);
    this.prefix = pathname.replace(/\/+$/, '');
    this.headers = apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` };
    this.pool = new Pool(origin, {
      connections,
      pipelining: 1,
      connectTimeout: timeoutMs,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
      maxResponseSize: LARGEST_ANSWER,
    });
  }

  /** @throws NoAnswer */
  get(path: string): Promise<GatewayAnswer> {
    return this.call('GET', path, this.headers, undefined);
  }

  /** @throws NoAnswer */
  post(
    path: string,
    json: string,
    headers: Readonly<Record<string, string>> = {},
    timeoutMs?: number,
  ): Promise<GatewayAnswer> {
    const all = { ...this.headers, 'content-type': 'application/json', ...headers };
    return this.call('POST', path, all, json, timeoutMs);
  }

  /** @throws NoAnswer */
  put(path: string, json: string, timeoutMs?: number): Promise<GatewayAnswer> {
    return this.call('PUT', path, { ...this.headers, 'content-type': 'application/json' }, json, timeoutMs);
  }

  /** Drops what is under way. */
  close(): Promise<void> {
    return this.pool.destroy();
  }

  private async call(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    headers: Readonly<Record<string, string>>,
    body: string | undefined,
    timeoutMs?: number,
  ): Promise<GatewayAnswer> {
    try {
      const answer = await this.pool.request({
        method,
        path: this.prefix + path,
        headers,
        body: body ?? null,
        ...(timeoutMs === undefined ? {} : { headersTimeout: timeoutMs, bodyTimeout: timeoutMs }),
      });
      return { status: answer.statusCode, headers: answer.headers, text: await answer.body.text() };
    } catch (error) {
      throw new NoAnswer(error);
    }
  }
}

/** The system's or undici's own code: no host, no path, nothing of what was sent. */
function reasonOf(cause: unknown): string {
  const code = (cause as { readonly code?: unknown } | undefined)?.code;
  if (typeof code === 'string') return code;
  return cause instanceof Error ? cause.name : 'unknown failure';
}
