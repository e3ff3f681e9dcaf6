import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lastLines, runCommand } from './command';
import { DEFAULT_HEAP_MEGABYTES, EngineError, type EngineOptions, HOST, type KafkaEngine } from './engine';
import { engineClassPath } from './jars';
import { JavaEngine, QUICK_COMPILER } from './java-engine';
import { brokerProperties } from './kafka-settings';
import { freePort } from './ports';
import { probeKafka } from './probes';

const FORMAT_TIMEOUT_MS = 120_000;
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
      flags: QUICK_COMPILER,
      properties: ['org.slf4j.simpleLogger.defaultLogLevel=warn'],
      logFile: join(options.directory, 'kafka.log'),
      detached: options.detached,
      probe: () => probeKafka(brokers),
    });
  }
}

/** What makes a broker another one than the broker alone that speaks plain text. */
export interface BrokerSpecialties {
  /** Added to the settings of a broker alone, or in their place. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly controllerPort?: number;
  /** Shared by the brokers of a cluster. */
  readonly clusterId?: string;
  /** Further arguments for formatting its storage. */
  readonly format?: readonly string[];
}

/** Apache Kafka itself (KRaft) as a Java process: broker and controller in one. */
export async function startMavenKafka(
  options: EngineOptions,
  { settings, controllerPort, clusterId = newClusterId(), format: more = [] }: BrokerSpecialties = {},
): Promise<KafkaEngine> {
  const port = options.port ?? (await freePort());
  const place = {
    port,
    controllerPort: controllerPort ?? (await freePort()),
    dataFolder: join(options.directory, 'data'),
  };
  const settingsFile = join(options.directory, 'server.properties');
  mkdirSync(options.directory, { recursive: true });
  writeFileSync(settingsFile, brokerProperties(place, settings));
  if (!existsSync(join(place.dataFolder, 'meta.properties')))
    await format(['-t', clusterId, '-c', settingsFile, ...more]);
  const filled = { detached: false, heapMegabytes: DEFAULT_HEAP_MEGABYTES, ...options, port };
  const kafka = new MavenKafka(`${HOST}:${port}`, filled, settingsFile);
  await kafka.start();
  return kafka;
}

export function newClusterId(): string {
  // The tool takes an identifier that begins with a dash for an option.
  return randomBytes(CLUSTER_ID_BYTES).toString('base64url').replace(/^-/, 'A');
}

async function format(args: readonly string[]): Promise<void> {
  const tool = [...QUICK_COMPILER, '-cp', await engineClassPath(), 'kafka.tools.StorageTool'];
  const { status, output } = await runCommand('java', [...tool, 'format', ...args], FORMAT_TIMEOUT_MS);
  if (status !== 0) throw new EngineError(`Kafka could not format its storage:\n${lastLines(output)}`);
}
