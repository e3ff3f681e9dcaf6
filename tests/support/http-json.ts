import { Agent, request } from 'node:http';

export interface Answer<Body> {
  readonly status: number;
  readonly body: Body;
}

/** A client with connections of its own, to be closed with the process it talks to. */
export class HttpJson {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 32 });

  constructor(private readonly url: string) {}

  get<Body>(path: string): Promise<Answer<Body>> {
    return this.call('GET', path);
  }

  post<Body>(
    path: string,
    body: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<Body>> {
    return this.call('POST', path, JSON.stringify(body), headers);
  }

  close(): void {
    this.agent.destroy();
  }

  /** Rejects when the connection breaks before the whole answer has come. */
  private call<Body>(
    method: string,
    path: string,
    text?: string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer<Body>> {
    return new Promise((resolve, reject) => {
      const sent =
        text === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) };
      const call = request(
        `${this.url}${path}`,
        { method, agent: this.agent, headers: { ...sent, ...headers } },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.once('error', reject);
          answer.once('end', () => {
            const body = Buffer.concat(chunks).toString();
            const json = String(answer.headers['content-type']).includes('json');
            resolve({ status: answer.statusCode ?? 0, body: (json ? JSON.parse(body) : body) as Body });
          });
        },
      );
      call.once('error', reject);
      call.end(text);
    });
  }
}
