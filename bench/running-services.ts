import { join } from 'node:path';
import { Fleet } from '../apps/services/src/fleet';
import { startKafka, startMongo, type KafkaEngine, type MongoEngine } from '../infra/engines';
import { CompletionWatch } from './completion-watch';
import { directoryBytes } from '../apps/replay/src/run/directory-bytes';
import { costOf, type ProcessCost } from './process-costs';

/** Engines and services of a benchmark, all on this machine, every process by its name. */
export class RunningServices {
  private constructor(
    private readonly directory: string,
    private readonly kafka: KafkaEngine,
    private readonly mongo: MongoEngine,
    private readonly fleet: Fleet,
    private readonly watch: CompletionWatch,
  ) {}

  /** Decisions at once, real time; one process a service. */
  static async start(directory: string): Promise<RunningServices> {
    const [kafka, mongo] = await Promise.all([
      startKafka({ directory: join(directory, 'kafka') }),
      startMongo({ directory: join(directory, 'mongodb') }),
    ]);
    const fleet = await Fleet.plan({
      settings: { port: 0, replicas: 1 },
      env: {
        ...process.env,
        EVENT_BUS: 'kafka',
        STORE: 'mongodb',
        KAFKA_BROKERS: kafka.brokers,
        MONGODB_URI: mongo.uri,
        CLOCK: 'system',
        DECISION_PACE: 'instant',
        LOG_LEVEL: 'error',
      },
      onCrash: ({ options: { name } }, how) => {
        throw new Error(`${name} ended during the benchmark: ${how}`);
      },
    });
    try {
      if ((await fleet.prepare()) !== 0) throw new Error('topics and indexes could not be made');
      await fleet.start();
      const watch = await CompletionWatch.start(kafka.brokers);
      return new RunningServices(directory, kafka, mongo, fleet, watch);
    } catch (error) {
      await fleet.stop();
      await Promise.all([kafka.stop(), mongo.stop()]);
      throw error;
    }
  }

  get url(): string {
    return this.fleet.url;
  }

  /** By process: `kafka`, `mongodb` and the services. */
  costs(): ReadonlyMap<string, ProcessCost> {
    const pids = new Map<string, number | undefined>([
      ['kafka', this.kafka.pid],
      ['mongodb', this.mongo.pid],
      ...this.fleet.children.map(({ options, pid }) => [options.name, pid] as const),
    ]);
    return new Map([...pids].flatMap(([name, pid]) => (pid === undefined ? [] : [[name, costOf(pid)]])));
  }

  /** Of both engines, logs and indexes included. */
  diskBytes(): number {
    return directoryBytes(this.directory);
  }

  /** The sum of a metric's series that `matches`, over all services. */
  async metric(matches: RegExp): Promise<number> {
    const pages = await Promise.all(
      this.fleet.children.map(async ({ url }) => (await fetch(`${url}/metrics`)).text()),
    );
    const values = pages.flatMap((page) => page.split('\n').filter((line) => matches.test(line)));
    return values.reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
  }

  /** Resolves once so many cases have been given their results, all told. */
  completed(cases: number): Promise<void> {
    return this.watch.reached(cases);
  }

  async stop(): Promise<void> {
    await this.watch.stop();
    await this.fleet.stop();
    await Promise.all([this.kafka.stop(), this.mongo.stop()]);
  }
}
