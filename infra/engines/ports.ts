import { createServer } from 'node:net';
import { EngineError, HOST } from './engine';

/** A port that nobody listens on at this moment. */
export function freePort(): Promise<number> {
  return listenOnce(0);
}

/** @throws EngineError naming the port when another process has it */
export async function requireFreePort(port: number, engine: string): Promise<void> {
  try {
    await listenOnce(port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new EngineError(`${engine} cannot start: port ${port} on ${HOST} is in use`);
  }
}

function listenOnce(port: number): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(port, HOST, () => {
      const address = server.address();
      const taken = typeof address === 'object' && address !== null ? address.port : port;
      server.close(() => done(taken));
    });
  });
}
