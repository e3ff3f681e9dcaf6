import { type AuditEntry, type AuditVerification } from '@lienthong/contracts';

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

type Json = Readonly<Record<string, unknown>>;

/** What came of a call of which nothing more is known. */
export type Answered = Promise<Answer<Json>>;

/** Somebody who uses the console over HTTP. */
export class Operator {
  private calls = 0;

  /** @param url of the system, once it serves */
  constructor(
    private readonly url: string,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  async get<Body>(path: string): Promise<Answer<Body>> {
    return this.call('GET', path);
  }

  /** @param key a new one unless told */
  async post<Body = Json>(path: string, body: Json, key = `key-${++this.calls}`): Promise<Answer<Body>> {
    return this.call('POST', path, body, { 'idempotency-key': key });
  }

  /** The whole audit log, oldest first. */
  async audit(): Promise<readonly AuditEntry[]> {
    const answer = await fetch(`${this.url}/v1/operations/audit.ndjson`, { headers: this.headers });
    const lines = (await answer.text()).split('\n').filter((line) => line !== '');
    return lines.map((line) => JSON.parse(line) as AuditEntry);
  }

  async verify(): Promise<AuditVerification> {
    return (await this.get<AuditVerification>('/v1/operations/audit/verification')).body;
  }

  private async call<Body>(
    method: string,
    path: string,
    body?: Json,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<Body>> {
    const answer = await fetch(this.url + path, {
      method,
      headers: {
        'accept-language': 'en',
        ...this.headers,
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as Body };
  }
}
