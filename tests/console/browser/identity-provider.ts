import { createHash, randomUUID } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { TestingIssuer } from '../../../libs/platform/test-support/testing-issuer';

interface Grant {
  readonly redirectUri: string;
  readonly challenge: string;
  readonly person: string;
}

/** People who can sign in, and their roles. */
type People = Readonly<Record<string, readonly string[]>>;

/**
 * An identity provider with a sign-in page of its own: authorization code flow with PKCE for one public client. It takes a
 * code once, and only from whoever asked for it.
 */
export class IdentityProvider {
  readonly clientId = 'lienthong-console';
  private readonly grants = new Map<string, Grant>();

  private constructor(
    private readonly server: Server,
    private readonly keys: TestingIssuer,
    private readonly people: People,
    /** Its URL, as tokens name it. */
    readonly issuer: string,
  ) {}

  static async start(people: People): Promise<IdentityProvider> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const keys = await TestingIssuer.start();
    const provider = new IdentityProvider(server, keys, people, `http://127.0.0.1:${port}`);
    server.on('request', (request, response) => {
      const url = new URL(request.url ?? '/', provider.issuer);
      void text(request).then((body) => provider.answer(url, new URLSearchParams(body), response));
    });
    return provider;
  }

  /** What the system must be told of it. */
  get settings(): Readonly<Record<string, string>> {
    return {
      AUTH: 'oidc',
      OIDC_ISSUER: this.issuer,
      OIDC_AUDIENCE: this.keys.audience,
      OIDC_CLIENT_ID: this.clientId,
    };
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    await this.keys.stop();
  }

  private async answer(
    { pathname, searchParams }: URL,
    form: URLSearchParams,
    response: ServerResponse,
  ): Promise<void> {
    switch (pathname) {
      case '/.well-known/openid-configuration':
        return json(response, 200, this.description());
      case '/authorize':
        return this.askWho(searchParams, response);
      case '/signed-in':
        return this.leadBack(searchParams, response);
      case '/token':
        return this.exchange(form, response);
      case '/sign-out':
        return redirect(response, searchParams.get('post_logout_redirect_uri') ?? '/');
      default:
        return void response.writeHead(404).end();
    }
  }

  private description(): object {
    return {
      issuer: this.issuer,
      jwks_uri: this.keys.jwksUri,
      authorization_endpoint: `${this.issuer}/authorize`,
      token_endpoint: `${this.issuer}/token`,
      end_session_endpoint: `${this.issuer}/sign-out`,
      response_types_supported: ['code'],
      code_challenge_methods_supported: ['S256'],
    };
  }

  private askWho(asked: URLSearchParams, response: ServerResponse): void {
    if (asked.get('client_id') !== this.clientId || asked.get('code_challenge_method') !== 'S256')
      return void response.writeHead(400).end();
    const links = Object.keys(this.people).map(
      (person) => `<li><a href="/signed-in?${asked.toString()}&amp;person=${person}">${person}</a></li>`,
    );
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(
      `<!doctype html><title>Identity provider</title><h1>Who are you?</h1><ul>${links.join('')}</ul>`,
    );
  }

  private leadBack(asked: URLSearchParams, response: ServerResponse): void {
    const code = randomUUID();
    const redirectUri = asked.get('redirect_uri') ?? '';
    this.grants.set(code, {
      redirectUri,
      challenge: asked.get('code_challenge') ?? '',
      person: asked.get('person') ?? '',
    });
    const answer = new URLSearchParams({ code, state: asked.get('state') ?? '' });
    redirect(response, `${redirectUri}?${answer.toString()}`);
  }

  private async exchange(form: URLSearchParams, response: ServerResponse): Promise<void> {
    const code = form.get('code') ?? '';
    const grant = this.grants.get(code);
    this.grants.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (grant?.challenge !== challenge || grant.redirectUri !== form.get('redirect_uri'))
      return json(response, 400, { error: 'invalid_grant' });
    const { person } = grant;
    const iss = this.issuer;
    json(response, 200, {
      token_type: 'Bearer',
      expires_in: 300,
      scope: 'openid profile',
      access_token: await this.keys.token(person, this.people[person] ?? [], { claims: { iss } }),
      id_token: await this.keys.token(person, [], { claims: { iss, aud: this.clientId } }),
    });
  }
}

/** The console's page, from its own origin, may read it. */
function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
  response.end(JSON.stringify(body));
}

function redirect(response: ServerResponse, location: string): void {
  response.writeHead(302, { location }).end();
}
