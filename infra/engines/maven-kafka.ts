import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines, runCommand } from './command';
import { DEFAULT_HEAP_MEGABYTES, EngineError, type EngineOptions, HOST, type KafkaEngine } from './engine';
import { engineClassPath } from './jars';
import { JavaEngine } from './java-engine';
import { brokerProperties } from './kafka-settings';
import { freePort } from './ports';
import { probeKafka } from './probes';

const FORMAT_TIMEOUT_MS = 60_000;
const CLUSTER_ID_BYTES = 16;

class MavenKafka extends JavaEngine implements KafkaEngine {
  constructor(
    readonly brokers: string,
    options: Required<EngineOptions>,
    settingsFile: string,
  ) {
    super({
      name: 'Kafka',
      port: options.port,
      mainClass: 'kafka.Kafka',
      args: [settingsFile],
      heapMegabytes: options.heapMegabytes,
      properties: ['org.slf4j.simpleLogger.defaultLogLevel=warn'],
      logFile: join(options.directory, 'kafka.log'),
      detached: options.detached,
      probe: () => probeKafka(brokers),
    });
  }
}

/** Apache Kafka itself (KRaft, one node) as a Java process. */
export async function startMavenKafka(options: EngineOptions): Promise<KafkaEngine> {
  const port = options.port ?? (await freePort());
  const place = {
    port,
    controllerPort: await freePort(),
    dataFolder: join(options.directory, 'data'),
  };
  const settingsFile = join(options.directory, 'server.properties');
  mkdirSync(options.directory, { recursive: true });
  writeFileSync(settingsFile, brokerProperties(place));
  if (!existsSync(join(place.dataFolder, 'meta.properties'))) await format(settingsFile);
  const filled = { detached: false, heapMegabytes: DEFAULT_HEAP_MEGABYTES, ...options, port };
  const kafka = new MavenKafka(`${HOST}:${port}`, filled, settingsFile);
  await kafka.start();
  return kafka;
}

async function format(settingsFile: string): Promise<void> {
  const clusterId = randomBytes(CLUSTER_ID_BYTES).toString('base64url');
  const tool = ['-cp', await engineClassPath(), 'kafka.tools.StorageTool'];
  const { status, output } = await runCommand(
    'java',
    [...tool, 'format', '-t', clusterId, '-c', settingsFile],
    FORMAT_TIMEOUT_MS,
  );
  if (status !== 0) throw new EngineError(`Kafka could not format its storage:\n${lastLines(output)}`);
}
