import { createServer, connect, type AddressInfo, type Server, type Socket } from 'node:net';

interface Pair {
  readonly client: Socket;
  readonly upstream: Socket;
}

/** Stands between a client and a server, and can cut them off from each other. */
export class TcpProxy {
  private readonly pairs = new Set<Pair>();
  private server: Server | undefined;
  private stalled = false;
  port = 0;

  constructor(
    private readonly host: string,
    private readonly target: number,
  ) {}

  async start(): Promise<void> {
    const server = createServer((client) => this.join({ client, upstream: connect(this.target, this.host) }));
    await new Promise<void>((resolve) => server.listen(this.port, this.host, resolve));
    this.port = (server.address() as AddressInfo).port;
    this.server = server;
  }

  /** The connections break, and no new ones are taken. */
  async cut(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server?.close(() => resolve()));
    for (const pair of this.pairs) for (const socket of sockets(pair)) socket.destroy();
    await closed;
  }

  /** Ends the connections of now as a server does that is stopped: the client reads their end, and no error. */
  hangUp(): void {
    for (const { client } of this.pairs) client.end();
  }

  /** From now on connections stay, and are made, but nothing passes: the server hangs, or the line is dead. */
  stall(): void {
    this.stalled = true;
    for (const { client, upstream } of this.pairs) {
      client.unpipe(upstream).pause();
      upstream.unpipe(client).pause();
    }
  }

  private join(pair: Pair): void {
    this.pairs.add(pair);
    for (const socket of sockets(pair)) {
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        this.pairs.delete(pair);
        for (const other of sockets(pair)) other.destroy();
      });
    }
    if (!this.stalled) pair.client.pipe(pair.upstream).pipe(pair.client);
  }
}

function sockets({ client, upstream }: Pair): readonly Socket[] {
  return [client, upstream];
}
