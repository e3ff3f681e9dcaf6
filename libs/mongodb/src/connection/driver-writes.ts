import { type EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import { mongo } from 'mongoose';

/** A connection of the driver, as far as it is needed here; the driver's types leave it out. */
interface DriverConnection extends EventEmitter {
  /** Why it is closed. */
  readonly error: Error | null;
  writeCommand: (this: DriverConnection, ...given: readonly unknown[]) => Promise<void>;
}

let settled = false;

/**
 * Lets no operation wait for a socket that is gone. The driver (7.8) writes a command and, where the socket does not take it
 * at once, waits for `drain` or `error`. A socket tells neither when it is destroyed without an error: by the driver's own
 * time-out, or because the server has hung up, which the driver only hears of when the socket has closed, a little later.
 * What was written until then would wait for ever, beyond every time-out, and keep its connection from the pool.
 */
export function settleDriverWrites(): void {
  if (settled) return;
  settled = true;
  const { prototype } = driverConnection();
  const write = prototype.writeCommand;
  prototype.writeCommand = function (...given) {
    return unlessClosed(this, write.call(this, ...given));
  };
}

/** The class that mongoose's own driver uses. */
function driverConnection(): { readonly prototype: DriverConnection } {
  const load = createRequire(require.resolve('mongoose'));
  const { Connection } = load('mongodb/lib/cmap/connection') as {
    readonly Connection: { readonly prototype: DriverConnection };
  };
  if (typeof Connection.prototype.writeCommand !== 'function')
    throw new Error('the MongoDB driver writes its commands in another way: see driver-writes.ts');
  return Connection;
}

/** Rejects with why the connection was closed, if that comes before the command is written. */
function unlessClosed(connection: DriverConnection, written: Promise<void>): Promise<void> {
  return new Promise((resolve, reject) => {
    const closed = (): void =>
      reject(connection.error ?? new mongo.MongoNetworkError('the connection was closed'));
    connection.once('close', closed);
    void written.then(resolve, reject).then(() => connection.off('close', closed));
  });
}
