import { type EventEmitter } from 'node:events';
import { createRequire } from 'node:module';
import { Socket } from 'node:net';
import { mongo } from 'mongoose';
import { settleDriverWrites } from './driver-writes';

interface DriverConnection extends EventEmitter {
  command(namespace: unknown, command: mongo.Document, options: mongo.Document): Promise<mongo.Document>;
}

const load = createRequire(require.resolve('mongoose'));
const { Connection } = load('mongodb/lib/cmap/connection') as {
  readonly Connection: new (socket: Socket, options: mongo.Document) => DriverConnection;
};
const { MongoDBNamespace } = load('mongodb/lib/utils') as {
  readonly MongoDBNamespace: new (database: string, collection: string) => unknown;
};

describe('settleDriverWrites', () => {
  /** @param takes whether the socket takes all that is written at once; unset: as it is itself */
  const opened = (takes?: boolean): { readonly socket: Socket; readonly connection: DriverConnection } => {
    const socket = new Socket();
    if (takes !== undefined) socket.write = () => takes;
    const connection = new Connection(socket, { id: 1, generation: 0, hostAddress: '127.0.0.1:1' });
    return { socket, connection };
  };
  const ping = (connection: DriverConnection): Promise<mongo.Document> => {
    const readPreference = mongo.ReadPreference.primary;
    return connection.command(new MongoDBNamespace('admin', '$cmd'), { ping: 1 }, { readPreference });
  };

  beforeAll(() => {
    settleDriverWrites();
    settleDriverWrites();
  });

  it('rejects what is written to a socket that is destroyed and has not told so yet', async () => {
    const { socket, connection } = opened();
    socket.destroy();
    await expect(ping(connection)).rejects.toBeInstanceOf(mongo.MongoNetworkError);
  });

  it('rejects what waits to be written when the socket is destroyed without an error', async () => {
    const { socket, connection } = opened(false);
    const waiting = ping(connection);
    setImmediate(() => socket.destroy());
    await expect(waiting).rejects.toBeInstanceOf(mongo.MongoNetworkError);
  });

  it('leaves a connection that took its command without a listener', async () => {
    const { socket, connection } = opened(true);
    const waiting = ping(connection);
    expect(connection.listenerCount('close')).toBe(1);
    await new Promise(setImmediate);
    expect(connection.listenerCount('close')).toBe(0);
    socket.destroy();
    await expect(waiting).rejects.toBeInstanceOf(mongo.MongoNetworkError);
  });
});
