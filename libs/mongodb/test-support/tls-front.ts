import { readFileSync } from 'node:fs';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { createServer, type Server, type TLSSocket } from 'node:tls';
import { type ServerKey } from '../../../infra/engines';

export interface TlsFrontOptions {
  readonly key: ServerKey;
  /** Set: clients must show a certificate of this authority (PEM). */
  readonly clientsOf?: string;
}

/** Speaks TLS to clients and plain text to the server behind it: what a server does itself where it can. */
export class TlsFront {
  private readonly server: Server;
  private readonly open = new Set<Socket>();

  private constructor(host: string, port: number, { key, clientsOf }: TlsFrontOptions) {
    const secure = {
      pfx: readFileSync(key.file),
      passphrase: key.password,
      ...(clientsOf !== undefined && { requestCert: true, rejectUnauthorized: true, ca: clientsOf }),
    };
    this.server = createServer(secure, (client) => this.join(client, connect(port, host)));
    this.server.on('tlsClientError', (_, client) => client.destroy());
  }

  static async start(host: string, port: number, options: TlsFrontOptions): Promise<TlsFront> {
    const front = new TlsFront(host, port, options);
    await new Promise<void>((resolve) => front.server.listen(0, '127.0.0.1', resolve));
    return front;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const socket of this.open) socket.destroy();
    await closed;
  }

  private join(client: TLSSocket, upstream: Socket): void {
    for (const socket of [client, upstream]) {
      this.open.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        this.open.delete(socket);
        for (const other of [client, upstream]) other.destroy();
      });
    }
    client.pipe(upstream).pipe(client);
  }
}
