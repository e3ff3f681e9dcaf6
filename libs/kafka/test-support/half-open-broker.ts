import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

const API_VERSIONS = 18;
const SASL_HANDSHAKE = 17;
const CORRELATION_AT = 8;

/** Takes connections, answers as many requests as it is told, and then nothing: what hangs, or is no broker. */
export class HalfOpenBroker {
  /** Connections that it has taken and that nobody has closed. */
  readonly open = new Set<Socket>();
  private readonly server: Server;

  private constructor(answers: number) {
    this.server = createServer((socket) => {
      let left = answers;
      this.open.add(socket);
      socket.on('data', (request) => {
        if (left-- > 0) answer(socket, request);
      });
      socket.on('error', () => socket.destroy());
      socket.on('close', () => this.open.delete(socket));
    });
  }

  /** @param answers to the first requests of a connection: 1 is the greeting, 2 the first step of signing in as well */
  static async start(answers = 0): Promise<HalfOpenBroker> {
    const broker = new HalfOpenBroker(answers);
    await new Promise<void>((resolve) => broker.server.listen(0, '127.0.0.1', resolve));
    return broker;
  }

  get address(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    for (const socket of this.open) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

function answer(socket: Socket, request: Buffer): void {
  const body = request.readInt16BE(4) === API_VERSIONS ? greeting() : handshake();
  const head = Buffer.alloc(8);
  head.writeInt32BE(body.length + 4);
  request.copy(head, 4, CORRELATION_AT, CORRELATION_AT + 4);
  socket.write(Buffer.concat([head, body]));
}

/** The API versions of a broker before 1.0, whose sign-in the client bounds in no way. */
function greeting(): Buffer {
  const ranges = [
    [API_VERSIONS, 0, 2],
    [SASL_HANDSHAKE, 0, 1],
  ];
  const body = Buffer.alloc(6 + ranges.length * 6 + 4);
  body.writeInt32BE(ranges.length, 2);
  ranges.flat().forEach((number, at) => body.writeInt16BE(number, 6 + at * 2));
  return body;
}

function handshake(): Buffer {
  const mechanism = Buffer.from('PLAIN');
  const body = Buffer.alloc(8);
  body.writeInt32BE(1, 2);
  body.writeInt16BE(mechanism.length, 6);
  return Buffer.concat([body, mechanism]);
}
