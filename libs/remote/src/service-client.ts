import { Problem, type ProblemInit } from '@lienthong/platform';
import { type Upstream } from './upstream';

/** Real ms after which a replica counts as not answering. */
const TIMEOUT_MS = 5_000;

export interface AskOptions {
  /** Beside what the client sends of its own: its key, `accept` and `content-type`. Names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Real ms; 5 s unless told. */
  readonly timeoutMs?: number;
}

/**
 * JSON over HTTP to another service, shown this process's own service key. A replica that does not answer, that answers
 * with a fault of its own (5xx) or that does not know the key (401: nothing the caller could mend) is passed over while
 * there are others.
 */
export class ServiceClient {
  constructor(
    readonly upstream: Upstream,
    /** What the service asks for where services need a key. */
    private readonly key?: string,
  ) {}

  /**
   * Undefined where there is no such thing (404).
   * @throws Problem with what the service refuses by (4xx); 503 `service-unavailable` when no replica answers
   */
  async get<T>(path: string, options: AskOptions = {}): Promise<T | undefined> {
    const answer = await this.ask('GET', path, undefined, options);
    if (answer.status === 404) {
      await answer.body?.cancel();
      return undefined;
    }
    return read<T>(answer);
  }

  /**
   * What is posted may be posted twice, to two replicas: it must be something that is done once all the same.
   * @throws Problem with what the service refuses by (4xx, 404 too); 503 `service-unavailable` when no replica answers
   */
  async post<T>(path: string, body: unknown, options: AskOptions = {}): Promise<T> {
    return read<T>(await this.ask('POST', path, JSON.stringify(body), options));
  }

  private async ask(
    method: 'GET' | 'POST',
    path: string,
    body: string | undefined,
    { headers, timeoutMs = TIMEOUT_MS }: AskOptions,
  ): Promise<Response> {
    const init = {
      method,
      headers: {
        accept: 'application/json',
        ...(this.key !== undefined && { authorization: `Bearer ${this.key}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body }),
    };
    for (let tries = 0; tries < this.upstream.replicas; tries++) {
      const base = this.upstream.next();
      const signal = AbortSignal.timeout(timeoutMs);
      const answer = await fetch(`${base}${path}`, { ...init, signal }).catch(() => undefined);
      if (answer && answer.status < 500 && answer.status !== 401) return answer;
      await answer?.body?.cancel();
      this.upstream.failed(base);
    }
    throw this.upstream.unavailable();
  }
}

async function read<T>(answer: Response): Promise<T> {
  const text = await answer.text();
  if (answer.ok) return (text === '' ? undefined : JSON.parse(text)) as T;
  throw refusal(answer, text);
}

/** The problem that the service told, as a problem of this process. */
function refusal({ status, headers }: Response, text: string): Problem {
  const { code, errors, title, detail, ...rest } = problemOf(text);
  const { type: _type, status: _status, instance: _instance, traceId: _traceId, ...extensions } = rest;
  const retryAfter = headers.get('retry-after');
  return new Problem({
    code: typeof code === 'string' ? code : `http-${status}`,
    status,
    ...(typeof detail === 'string' && { detail }),
    ...(typeof title === 'string' && { title: { vi: title, en: title } }),
    ...(Array.isArray(errors) && { errors: errors as NonNullable<ProblemInit['errors']> }),
    extensions,
    ...(retryAfter !== null && { headers: { 'retry-after': retryAfter } }),
  });
}

function problemOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}
