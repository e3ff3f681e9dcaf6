import {
  CASE_ACTIONS,
  CASE_HISTORIES,
  CASE_QUERIES,
  type CaseActions,
  isKnownType,
  REPLAY_NOTICES,
} from '@lienthong/contracts';
import { Clock } from '@lienthong/clock';
import { EngineRegistry, Engines } from '@lienthong/engine';
import { EventBus, EventBusStrategy } from '@lienthong/event-bus';
import { Incidents } from '@lienthong/incidents';
import { KafkaEventBus, KafkaPublisher } from '@lienthong/kafka';
import { MongoConnection, MongoStores } from '@lienthong/mongodb';
import { Settings } from '@lienthong/platform';
import { BatchPace } from '../../apps/console/src/batches/batch-pace';
import { ConsoleModule } from '../../apps/console/src/console.module';
import { Desks } from '../../apps/console/src/operations/desks.port';
import { OperationPace } from '../../apps/console/src/operations/operation-pace';
import { ServiceStatuses } from '../../apps/console/src/ports';
import { Operator } from '../../apps/console/test-support/operator';
import { startTestingApp, type TestingApp } from '../../apps/console/test-support/testing-app';
import { TcpProxy } from '../../libs/mongodb/test-support/tcp-proxy';
import { EnginesPlace } from './engines-place';
import { TestSystem } from './test-system';
import { type Token } from './system-under-test';

const PARTITIONS = 2;
/** So that what a replica that died had in hand is soon taken up again. Real ms. */
const LEASE_MS = 2_000;

class Killed extends Error {}

/** What a replica does to cases: counted, and without any effect once it is killed. */
class CountedActions implements CaseActions {
  count = 0;
  killed = false;

  constructor(private readonly actions: CaseActions) {}

  act(...asked: Parameters<CaseActions['act']>): ReturnType<CaseActions['act']> {
    if (this.killed) throw new Killed();
    this.count++;
    return this.actions.act(...asked);
  }
}

/**
 * The console in several replicas on Kafka and MongoDB. What they act on is a whole system on the embedded file, whose case
 * events go to Kafka as well.
 */
export class ConsoleReplicas {
  private readonly open: ConsoleReplica[] = [];
  private forwarding: Promise<unknown> = Promise.resolve();

  private constructor(
    readonly system: TestSystem,
    private readonly place: EnginesPlace,
    private readonly publisher: KafkaPublisher,
  ) {
    system.onSent(({ topic, message }) => {
      if (topic === 'case.events') this.forwarding = publisher.publish([{ topic, message }]);
    });
  }

  static async open(
    env: Readonly<Record<string, string>> = {},
    args: readonly string[] = [],
  ): Promise<ConsoleReplicas> {
    const place = await EnginesPlace.create(PARTITIONS);
    const system = await TestSystem.open({ LOG_LEVEL: 'silent', ...env }, args);
    return new ConsoleReplicas(system, place, new KafkaPublisher(place.kafka()));
  }

  /** One more replica. */
  async start(): Promise<ConsoleReplica> {
    const replica = await ConsoleReplica.start(this.system, this.place);
    this.open.push(replica);
    return replica;
  }

  /** Resolves when the system is at rest and Kafka has what it told. */
  async idle(): Promise<void> {
    await this.system.idle();
    await this.forwarding;
  }

  async close(): Promise<void> {
    await Promise.all(this.open.map((replica) => replica.close()));
    await this.publisher.close();
    await this.system.close();
    await this.place.remove();
  }
}

/** One replica of the console, with connections of its own. */
export class ConsoleReplica {
  readonly operator: Operator;
  private ended: Promise<void> | undefined;

  private constructor(
    private readonly app: TestingApp['app'],
    readonly url: string,
    private readonly proxy: TcpProxy,
    private readonly actions: CountedActions,
    private readonly end: () => Promise<void>,
  ) {
    this.operator = new Operator(url);
  }

  static async start(system: TestSystem, place: EnginesPlace): Promise<ConsoleReplica> {
    const { hostname, port } = new URL(place.uri);
    const proxy = new TcpProxy(hostname, Number(port));
    await proxy.start();
    const mongo = await MongoConnection.open({
      uri: `mongodb://${hostname}:${proxy.port}`,
      databasePrefix: place.databasePrefix,
      serverSelectionMs: 1_000,
    });
    const kafka = place.kafka();
    const publisher = new KafkaPublisher(kafka);
    const bus = new KafkaEventBus(kafka, { knows: isKnownType });
    const stores = new MongoStores({ connection: mongo, publisher });
    const engines = new EngineRegistry(stores.open, {
      now: () => system.clock.now(),
      count: () => undefined,
    });
    const ask = (token: Token<unknown>): unknown => system.get(token);
    const actions = new CountedActions(system.get<CaseActions>(CASE_ACTIONS));
    const { app, url } = await startTestingApp({
      imports: [ConsoleModule],
      globals: [
        { provide: Settings, useValue: system.settings },
        { provide: Clock, useValue: system.clock },
        { provide: Engines, useValue: engines },
        { provide: EngineRegistry, useValue: engines },
        { provide: EventBus, useValue: bus },
        { provide: CASE_ACTIONS, useValue: actions },
        { provide: CASE_QUERIES, useValue: ask(CASE_QUERIES) },
        { provide: CASE_HISTORIES, useValue: ask(CASE_HISTORIES) },
        { provide: Incidents, useValue: ask(Incidents) },
        { provide: Desks, useValue: ask(Desks) },
        { provide: REPLAY_NOTICES, useValue: ask(REPLAY_NOTICES) },
        { provide: ServiceStatuses, useValue: ask(ServiceStatuses) },
      ],
      configure: async (nest) => {
        Object.assign(nest.get(BatchPace, { strict: false }), { leaseMs: LEASE_MS, lookMs: 50 });
        Object.assign(nest.get(OperationPace, { strict: false }), { lookMs: 200, followMs: 20_000 });
        nest.connectMicroservice({ strategy: new EventBusStrategy(bus) });
        await stores.ensureIndexes();
        await nest.startAllMicroservices();
      },
    });
    return new ConsoleReplica(app, url, proxy, actions, async () => {
      await app.close();
      await bus.close();
      await stores.settled().catch(() => undefined);
      await publisher.close();
      await mongo.close();
      await proxy.cut();
    });
  }

  /** How often it has acted on a case. */
  get acts(): number {
    return this.actions.count;
  }

  get<T>(token: Token<T>): T {
    return this.app.get<T>(token, { strict: false });
  }

  /** As SIGKILL would: from now on nothing it does has any effect, and it gives nothing back. */
  async kill(): Promise<void> {
    this.actions.killed = true;
    await this.proxy.cut();
  }

  close(): Promise<void> {
    this.ended ??= this.end();
    return this.ended;
  }
}
