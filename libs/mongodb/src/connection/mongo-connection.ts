import { createConnection, type Connection, type ConnectOptions, type mongo } from 'mongoose';
import { settleDriverWrites } from './driver-writes';
import { badUri, whyUnusable } from './mongo-errors';

export interface MongoConnectionOptions {
  /** `mongodb://…` or `mongodb+srv://…`; TLS and credentials belong here. */
  readonly uri: string;
  /** Databases are named `<prefix>_<service>`. */
  readonly databasePrefix: string;
  readonly applicationName?: string;
  /** How long an operation waits for a primary before it rejects. Milliseconds. */
  readonly serverSelectionMs?: number;
  /** How long an operation waits for the server that it was sent to before it rejects. Milliseconds. */
  readonly socketMs?: number;
  /** The primary is gone: operations reject until it, or another, is back. */
  readonly onLost?: () => void;
  readonly onBack?: () => void;
}

const SERVER_SELECTION_MS = 5_000;
/** Longer than any bulk of ours takes, and than `WRITE_CONCERN_MS`. */
const SOCKET_MS = 30_000;
const WRITE_CONCERN_MS = 10_000;
const PING_MS = 2_000;
/** How long a new connection may take: as long as an operation waits for one. */
const CONNECT_MS = 10_000;
/** How long an operation waits for a connection of the pool: by itself it would wait for ever. */
const CHECKOUT_MS = 10_000;
/** The old name of `hello`: some servers of MongoDB's protocol know no other. */
const GREETING = { isMaster: 1 };

/** One client for all databases of the process. Whatever is written is on the disks of a majority once it resolves. */
export class MongoConnection {
  private readonly databases = new Map<string, Connection>();

  private constructor(
    private readonly connection: Connection,
    private readonly options: MongoConnectionOptions,
    private readonly readConcern: mongo.ReadConcernLike,
  ) {}

  /** @throws MongoUnusable when the address is none, or no primary answers there in time */
  static async open(options: MongoConnectionOptions): Promise<MongoConnection> {
    settleDriverWrites();
    const hosts = hostsOf(options.uri);
    const connection = createConnection();
    try {
      await connection.openUri(options.uri, clientOptions(options));
      const hello = await connection.getClient().db('admin').command(GREETING);
      watch(connection, options);
      return new MongoConnection(connection, options, readConcernOf(hello));
    } catch (error) {
      await connection.destroy().catch(() => undefined);
      throw whyUnusable(error, hosts);
    }
  }

  /** The database of a service. Its models build no index on their own: `ensureIndexes` does. */
  database(service: string): Connection {
    const name = `${this.options.databasePrefix}_${plain(service)}`;
    let database = this.databases.get(name);
    if (!database) this.databases.set(name, (database = this.connection.useDb(name, { useCache: true })));
    return database;
  }

  /** A collection that is read as it stands on a majority. */
  collection<Document extends mongo.Document>(
    database: Connection,
    name: string,
  ): mongo.Collection<Document> {
    return this.connection
      .getClient()
      .db(database.name)
      .collection<Document>(name, { readConcern: this.readConcern });
  }

  /** Whether a primary answers now. */
  async ping(): Promise<boolean> {
    try {
      await this.connection
        .getClient()
        .db('admin')
        .command({ ping: 1 }, { signal: AbortSignal.timeout(PING_MS) });
      return true;
    } catch {
      return false;
    }
  }

  close(): Promise<void> {
    // Nobody is told that what is closed here is lost.
    this.connection.removeAllListeners('disconnected');
    return this.connection.close();
  }
}

/** What may stand in the name of a database or collection and needs no quotes in mongosh. */
export function plain(name: string): string {
  return name.replace(/[^A-Za-z0-9]/g, '_');
}

function clientOptions(options: MongoConnectionOptions): ConnectOptions {
  return {
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
    ignoreUndefined: true,
    appName: options.applicationName ?? 'lienthong',
    serverSelectionTimeoutMS: options.serverSelectionMs ?? SERVER_SELECTION_MS,
    connectTimeoutMS: CONNECT_MS,
    socketTimeoutMS: options.socketMs ?? SOCKET_MS,
    waitQueueTimeoutMS: CHECKOUT_MS,
    readPreference: 'primary',
    w: 'majority',
    journal: true,
    wtimeoutMS: WRITE_CONCERN_MS,
  };
}

/** What a primary has not yet brought to a majority may be rolled back; a server alone rolls nothing back. */
function readConcernOf(hello: mongo.Document): mongo.ReadConcernLike {
  const several = hello['setName'] !== undefined || hello['msg'] === 'isdbgrid';
  return { level: several ? 'majority' : 'local' };
}

function watch(connection: Connection, { onLost, onBack }: MongoConnectionOptions): void {
  let lost = false;
  connection.on('disconnected', () => {
    if (lost) return;
    lost = true;
    onLost?.();
  });
  connection.on('connected', () => {
    if (!lost) return;
    lost = false;
    onBack?.();
  });
}

function hostsOf(uri: string): string {
  const hosts = /^mongodb(?:\+srv)?:\/\/(?:[^@/]*@)?([^/?]+)/.exec(uri)?.[1];
  if (!hosts) throw badUri('it must begin with mongodb:// or mongodb+srv:// and name a host');
  return hosts;
}
