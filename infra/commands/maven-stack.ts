import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { EngineError, HOST } from '../engines/engine';
import { startMavenKafka } from '../engines/maven-kafka';
import { startMavenMongo } from '../engines/maven-mongo';
import { probeKafka, probeMongo } from '../engines/probes';
import { requireFreePort } from '../engines/ports';
import { endProcess, isRunning } from './processes';
import { type ProcessRecord, readState, writeState } from './state';

export const KAFKA_PORT = 9092;
export const MONGO_PORT = 27017;

type Part = 'kafka' | 'mongodb';

interface Recipe {
  readonly title: string;
  readonly port: number;
  readonly start: (directory: string) => Promise<{ pid: number | undefined; address: string }>;
  readonly probe: (address: string) => Promise<void>;
}

const RECIPES: Readonly<Record<Part, Recipe>> = {
  kafka: {
    title: 'Apache Kafka',
    port: KAFKA_PORT,
    start: async (directory) => {
      const kafka = await startMavenKafka({ directory, port: KAFKA_PORT, detached: true });
      return { pid: kafka.pid, address: kafka.brokers };
    },
    probe: probeKafka,
  },
  mongodb: {
    title: 'MongoDB-wire server',
    port: MONGO_PORT,
    start: async (directory) => {
      const mongodb = await startMavenMongo({ directory, port: MONGO_PORT, detached: true });
      return { pid: mongodb.pid, address: mongodb.uri };
    },
    probe: probeMongo,
  },
};

const PARTS: readonly Part[] = ['kafka', 'mongodb'];

/** Both Java engines, outliving this process; `folder` holds their data and the note of what runs. */
export class MavenStack {
  private readonly stateFile: string;
  private readonly data: string;

  constructor(
    folder: string,
    private readonly say: (line: string) => void,
  ) {
    this.stateFile = join(folder, 'state.json');
    this.data = join(folder, 'data');
  }

  /** Starts what does not run yet. @throws EngineError naming a taken port, before anything is started */
  async up(): Promise<Readonly<Record<Part, string>>> {
    const running = await this.running();
    for (const part of PARTS)
      if (running[part] === undefined) await requireFreePort(RECIPES[part].port, RECIPES[part].title);
    const kafka = await this.ensure('kafka', running.kafka);
    const mongodb = await this.ensure('mongodb', running.mongodb);
    return { kafka, mongodb };
  }

  async down(): Promise<void> {
    const running = await this.running();
    for (const part of PARTS) {
      const record = running[part];
      if (record === undefined) continue;
      await endProcess(record);
      this.record(part, undefined);
      this.say(`stopped ${RECIPES[part].title} (process ${record.pid})`);
    }
  }

  /** Removes topics and databases; for engines that are down. */
  removeData(): void {
    if (!existsSync(this.data)) return;
    rmSync(this.data, { recursive: true });
    this.say('removed the data of Kafka and MongoDB');
  }

  private async ensure(part: Part, record: ProcessRecord | undefined): Promise<string> {
    const { title, start, probe } = RECIPES[part];
    if (record !== undefined) {
      await probe(record.address).catch((error: unknown) => {
        const why = error instanceof Error ? error.message : String(error);
        throw new EngineError(`${title} runs as process ${record.pid} but does not answer: ${why}`);
      });
      this.say(`${title} runs already (process ${record.pid})`);
      return record.address;
    }
    const directory = join(this.data, part);
    const { pid, address } = await start(directory);
    if (pid === undefined) throw new EngineError(`${title} ended right after it had started`);
    this.record(part, { pid, marker: directory, address });
    this.say(`started ${title} on ${HOST}:${RECIPES[part].port} (process ${pid})`);
    return address;
  }

  private async running(): Promise<Partial<Record<Part, ProcessRecord>>> {
    const state = readState(this.stateFile);
    const found: Partial<Record<Part, ProcessRecord>> = {};
    for (const part of PARTS) {
      const record = state[part];
      if (record !== undefined && (await isRunning(record))) found[part] = record;
    }
    return found;
  }

  private record(part: Part, record: ProcessRecord | undefined): void {
    const { [part]: _old, ...rest } = readState(this.stateFile);
    writeState(this.stateFile, record === undefined ? rest : { ...rest, [part]: record });
  }
}
