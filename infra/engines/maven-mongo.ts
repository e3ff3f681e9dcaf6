import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DEFAULT_HEAP_MEGABYTES, type EngineOptions, HOST, type MongoEngine } from './engine';
import { JavaEngine } from './java-engine';
import { freePort } from './ports';
import { probeMongo } from './probes';

/** More than cores: a thread waits while a commit is written, and those that wait share the next one. */
const SERVER_THREADS = 16;

class MavenMongo extends JavaEngine implements MongoEngine {
  constructor(
    readonly uri: string,
    options: Required<EngineOptions>,
  ) {
    super({
      name: 'MongoDB',
      port: options.port,
      mainClass: 'MongoWireServer',
      args: [String(options.port), join(options.directory, 'mongodb.mv')],
      heapMegabytes: options.heapMegabytes,
      flags: [],
      properties: [
        'org.slf4j.simpleLogger.defaultLogLevel=warn',
        'io.netty.buffer.checkAccessible=false',
        'io.netty.buffer.checkBounds=false',
        `io.netty.eventLoopThreads=${SERVER_THREADS}`,
      ],
      logFile: join(options.directory, 'mongodb.log'),
      detached: options.detached,
      probe: () => probeMongo(uri),
    });
  }
}

/** A server that speaks MongoDB's protocol over one H2 file, as a Java process; infra/README.md has its limits. */
export async function startMavenMongo(options: EngineOptions): Promise<MongoEngine> {
  const port = options.port ?? (await freePort());
  mkdirSync(options.directory, { recursive: true });
  const filled = { detached: false, heapMegabytes: DEFAULT_HEAP_MEGABYTES, ...options, port };
  const mongodb = new MavenMongo(`mongodb://${HOST}:${port}`, filled);
  await mongodb.start();
  return mongodb;
}
