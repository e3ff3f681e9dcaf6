import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type GenerateKeyPairResult, type JWK, SignJWT } from 'jose';

interface SigningKey {
  readonly kid: string;
  readonly algorithm: string;
  readonly privateKey: GenerateKeyPairResult['privateKey'];
  readonly publicJwk: JWK;
}

export interface TokenChange {
  /** Claims that replace those of a valid token; `undefined` leaves one out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Key id in the header, in place of the signing key's. */
  readonly kid?: string;
}

/** An OpenID Connect identity provider on a free port of this machine, as small as tests need it. */
export class TestingIssuer {
  /** How the provider answers; `down` closes the connection. */
  mood: 'well' | 'down' | 'failing' | 'babbling' = 'well';
  /** What its description says that it is called, if not what it is called. */
  calledOtherwise: string | undefined;
  /** How often its keys were asked for. */
  keysAsked = 0;
  readonly audience = 'lienthong';
  private keys: readonly SigningKey[] = [];
  private made = 0;

  private constructor(
    private readonly server: Server,
    readonly issuer: string,
  ) {}

  static async start(): Promise<TestingIssuer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const issuer = new TestingIssuer(server, `http://127.0.0.1:${port}/realms/test`);
    server.on('request', (request, response) => issuer.answer(request, response));
    await issuer.rotate();
    return issuer;
  }

  get jwksUri(): string {
    return `${this.issuer}/keys`;
  }

  /** Signs with a new key from now on; the old one is no longer published. */
  async rotate(algorithm = 'ES256'): Promise<void> {
    const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
    const kid = `key-${++this.made}`;
    const publicJwk = { ...(await exportJWK(publicKey)), kid, alg: algorithm, use: 'sig' };
    this.keys = [{ kid, algorithm, privateKey, publicJwk }];
  }

  /** A token of `sub` with these roles, valid for five minutes but for what `change` says. */
  async token(sub: string, roles: readonly string[], { claims, kid }: TokenChange = {}): Promise<string> {
    const [key] = this.keys;
    if (!key) throw new Error('the issuer has no key');
    const now = Math.floor(Date.now() / 1000);
    const payload = { iss: this.issuer, aud: this.audience, sub, iat: now, exp: now + 300, roles, ...claims };
    const header = { alg: key.algorithm, kid: kid ?? key.kid };
    return new SignJWT(payload).setProtectedHeader(header).sign(key.privateKey);
  }

  /** The public key as the provider publishes it. */
  publicJwk(): JWK {
    return this.keys[0]?.publicJwk ?? {};
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer({ url }: IncomingMessage, response: ServerResponse): void {
    if (url?.endsWith('/keys')) this.keysAsked++;
    if (this.mood === 'down') return void response.destroy();
    if (this.mood === 'failing') return void response.writeHead(500).end();
    if (this.mood === 'babbling') return void response.writeHead(200).end('<html>maintenance</html>');
    const body = url?.endsWith('/keys')
      ? { keys: this.keys.map(({ publicJwk }) => publicJwk) }
      : { issuer: this.calledOtherwise ?? this.issuer, jwks_uri: this.jwksUri };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }
}
