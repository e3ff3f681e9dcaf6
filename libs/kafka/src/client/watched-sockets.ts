import { connect as connectTcp, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { type ISocketFactory } from 'kafkajs';
import { Unanswered } from './unanswered';

export interface SocketLimits {
  /** For the connection, TLS included. */
  readonly connectMs: number;
  /** For each answer while client and broker greet each other and the client signs in. */
  readonly signInMs: number;
  /** For any other answer; more than the client itself waits, which gives up requests but no connections. */
  readonly answerMs: number;
}

const KEEP_ALIVE_MS = 60_000;

/** As the client opens them itself. */
const open: ISocketFactory = ({ host, port, ssl, onConnect }) =>
  ssl
    ? connectTls({ host, port, ...(isIP(host) === 0 && { servername: host }), ...ssl }, onConnect)
    : connectTcp({ host, port }, onConnect);

/**
 * Sockets that break when the broker at their other end is silent for too long. The client bounds requests only: where a
 * broker takes connections and says nothing (it hangs, or is no broker), the client does not turn to another one, signs in
 * again at the same without end, and closes neither such a connection nor itself while it waits for an answer.
 */
export function watchedSockets(limits: SocketLimits, factory: ISocketFactory = open): ISocketFactory {
  return (asked) => {
    const socket = factory(asked);
    socket.setKeepAlive(true, KEEP_ALIVE_MS);
    watch(socket, `${asked.host}:${asked.port}`, asked.ssl !== undefined && asked.ssl !== null, limits);
    return socket;
  };
}

function watch(socket: Socket, broker: string, encrypted: boolean, limits: SocketLimits): void {
  const unanswered = new Unanswered();
  let timer: NodeJS.Timeout | undefined;
  const within = (ms: number, what: string): void => {
    clearTimeout(timer);
    timer = setTimeout(() => socket.destroy(silence(broker, what, ms)), ms);
    timer.unref();
  };
  within(
    limits.connectMs,
    encrypted ? 'has not completed the TLS handshake' : 'has not taken the connection',
  );
  socket.once(encrypted ? 'secureConnect' : 'connect', () => clearTimeout(timer));
  const expectAnswer = (): void => {
    if (unanswered.count === 0) clearTimeout(timer);
    else if (unanswered.signIn) within(limits.signInMs, 'does not answer the sign-in');
    else within(limits.answerMs, 'does not answer');
  };
  const write = socket.write.bind(socket) as (...given: readonly unknown[]) => boolean;
  socket.write = (...given: readonly unknown[]): boolean => {
    const [request] = given;
    if (Buffer.isBuffer(request)) {
      unanswered.ask(request);
      expectAnswer();
    }
    return write(...given);
  };
  socket.on('data', (chunk: Buffer) => {
    unanswered.take(chunk);
    expectAnswer();
  });
  socket.once('close', () => {
    clearTimeout(timer);
    // At brokers before 1.0 the client learns that a sign-in has broken off from nothing else.
    if (!socket.readableEnded) socket.emit('end');
  });
}

function silence(broker: string, what: string, ms: number): Error {
  const error = new Error(`${broker} ${what} within ${ms / 1_000} s`);
  return Object.assign(error, { code: 'ETIMEDOUT' });
}
