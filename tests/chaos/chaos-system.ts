import { closeSync, openSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ServiceName } from '@lienthong/service-host';
import { type ChildService } from '../../apps/services/src/child-service';
import { Fleet } from '../../apps/services/src/fleet';
import { type KafkaEngine, type MongoEngine, startKafka, startMongo } from '../../infra/engines';

/** 15 working days, with the weekends between them, are three quarters of a minute. */
const CLOCK_SPEED = 40_000;
const CLOCK_START = '2026-03-02T08:00:00+07:00';
const REPLICAS = 2;
const COMPILED_APPS = resolve(__dirname, '..', '..', 'dist', 'apps');
const READY_MS = 120_000;
/** Longer than a service may take to drain. */
const STOP_MS = 25_000;
const LOOK_MS = 20;
const LAST_LOG_LINES = 60;

export interface End {
  readonly name: string;
  readonly replica: number;
  /** `SIGKILL`, `exit code 2`. */
  readonly how: string;
}

/** Two processes of every service on engines of their own, all of which a test may kill. */
export class ChaosSystem {
  /** Processes that ended without having been asked to, those that were killed among them. */
  readonly ends: End[] = [];

  private constructor(
    readonly kafka: KafkaEngine,
    readonly mongo: MongoEngine,
    private readonly logFile: string,
  ) {}

  private fleet!: Fleet;
  private log = -1;

  static async start(directory: string): Promise<ChaosSystem> {
    const [kafka, mongo] = await Promise.all([
      startKafka({ directory: join(directory, 'kafka') }),
      startMongo({ directory: join(directory, 'mongodb') }),
    ]);
    const system = new ChaosSystem(kafka, mongo, join(directory, 'services.log'));
    await system.startServices();
    return system;
  }

  get url(): string {
    return this.fleet.url;
  }

  get children(): readonly ChildService[] {
    return this.fleet.children;
  }

  child(name: ServiceName, replica: number): ChildService {
    const found = this.children.find(({ options }) => options.name === name && options.replica === replica);
    if (!found) throw new Error(`there is no ${name} ${replica}`);
    return found;
  }

  /** Resolves when every process takes requests. @throws naming all those that do not */
  async ready(): Promise<void> {
    const states = await Promise.allSettled(this.children.map((child) => child.ready(READY_MS)));
    const late = states.flatMap((state) =>
      state.status === 'rejected' ? [(state.reason as Error).message] : [],
    );
    if (late.length > 0) throw new Error(late.join('; '));
  }

  /** SIGKILL; resolves when the process is gone. Whoever looks after it starts it again. */
  async kill(child: ChildService): Promise<void> {
    const { pid, options } = child;
    const before = this.endsOf(child);
    if (pid === undefined) throw new Error(`${options.name} ${options.replica} does not run`);
    process.kill(pid, 'SIGKILL');
    while (this.endsOf(child) === before) await sleep(LOOK_MS);
  }

  /** Resolves when a process that was killed runs again, long before it is ready. */
  async respawned(child: ChildService, pid: number | undefined): Promise<void> {
    while (child.pid === pid) await sleep(LOOK_MS);
  }

  /** SIGTERM and a new start; resolves with how it ended. */
  async restart(child: ChildService): Promise<string> {
    const how = await child.stop(STOP_MS);
    child.start();
    await child.ready(READY_MS);
    return how;
  }

  /** Resolves with how the services ended. */
  async stop(): Promise<readonly string[]> {
    const ends = await this.fleet.stop();
    await Promise.all([this.kafka.stop(), this.mongo.stop()]);
    closeSync(this.log);
    return ends;
  }

  /** What the services wrote last. */
  lastWords(): string {
    return readFileSync(this.logFile, 'utf8').trimEnd().split('\n').slice(-LAST_LOG_LINES).join('\n');
  }

  private async startServices(): Promise<void> {
    this.log = openSync(this.logFile, 'a');
    this.fleet = await Fleet.plan({
      settings: { port: 0, replicas: REPLICAS },
      env: {
        PATH: process.env.PATH,
        NODE_OPTIONS: '--max-old-space-size=256',
        EVENT_BUS: 'kafka',
        STORE: 'mongodb',
        KAFKA_BROKERS: this.kafka.brokers,
        MONGODB_URI: this.mongo.uri,
        CLOCK: 'scaled',
        CLOCK_SPEED: String(CLOCK_SPEED),
        CLOCK_START,
        LOG_LEVEL: 'error',
      },
      apps: COMPILED_APPS,
      log: this.log,
      onCrash: ({ options: { name, replica } }, how) => void this.ends.push({ name, replica, how }),
    });
    if ((await this.fleet.prepare()) !== 0) throw new Error(`nothing could be prepared: ${this.lastWords()}`);
    await this.fleet.start();
  }

  private endsOf({ options }: ChildService): number {
    return this.ends.filter(({ name, replica }) => name === options.name && replica === options.replica)
      .length;
  }
}
