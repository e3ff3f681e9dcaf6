import { type SimulationClock } from '@lienthong/clock';
import { EngineRegistry, TimerPump } from '@lienthong/engine';
import {
  ConsumerLag,
  ensureTopics,
  type KafkaConnection,
  type KafkaEventBus,
  KafkaPublisher,
  UNHURRIED,
} from '@lienthong/kafka';
import { type MongoConnection, MongoStores, type TimerShare } from '@lienthong/mongodb';
import {
  calendarNotice,
  EngineMetrics,
  Metrics,
  type Repeating,
  type Settings,
  type Tracing,
  watchIncidents,
} from '@lienthong/platform';
import { type Logger } from 'pino';
import { type Connections } from './connections';
import { topicShape } from './engine-options';
import { kafkaEventBus } from './kafka-reports';
import { MeasuredLag } from './measured-lag';
import { OutboxWatch } from './outbox-watch';
import { type ServiceDefinition, type ServiceName } from './service-definition';
import { ServiceReadiness } from './service-readiness';
import { StatusReader } from './status/status-reader';
import { timerLoop } from './timer-loop';

/** Everything below Nest in the process of one service: bus, engines, clock, and what is done time and again. */
export class ServiceRuntime {
  readonly metrics = new Metrics();
  readonly logger: Logger;
  readonly clock: SimulationClock;
  readonly tracing: Tracing | undefined;
  readonly bus: KafkaEventBus;
  readonly engines: EngineRegistry;
  readonly lag: MeasuredLag;
  readonly readiness: ServiceReadiness;
  readonly status: StatusReader;
  private readonly kafka: KafkaConnection;
  private readonly mongo: MongoConnection;
  private readonly publisher: KafkaPublisher;
  private readonly stores: MongoStores;
  private readonly loops: readonly Repeating[];

  constructor(
    { name, watches = [], unhurried = false }: ServiceDefinition,
    readonly settings: Settings,
    { logger, kafka, mongo, clock, tracing }: Connections,
  ) {
    const report = (what: string) => (error: unknown) => logger.error({ err: error }, what);
    const engineMetrics = new EngineMetrics(this.metrics);
    this.logger = logger;
    this.kafka = kafka;
    this.mongo = mongo;
    this.clock = clock;
    this.tracing = tracing;
    this.publisher = new KafkaPublisher(kafka);
    this.bus = kafkaEventBus(
      kafka,
      { logger, metrics: this.metrics, retried: engineMetrics.retried },
      unhurried ? UNHURRIED : {},
    );
    this.stores = new MongoStores({
      connection: mongo,
      publisher: this.publisher,
      // Who takes a dossier's messages fires its timers too, so that replicas do not meet at one aggregate.
      share: shareOf(this.bus, name),
      pace: settings.clock === 'scaled' ? settings.clockSpeed : 1,
      onPublishError: report('saved messages could not be published yet'),
    });
    this.engines = new EngineRegistry(this.stores.open, {
      now: () => clock.now(),
      count: engineMetrics.count,
      onIncident: (service, id, { attempts, error }) =>
        logger.error({ service, id, attempts, error }, 'an incident: the aggregate stands still'),
      tracing: tracing && { begin: (_service, name, parent) => tracing.work(name, parent) },
    });
    watchIncidents(this.metrics, () => this.engines.openIncidents());
    const timers = new TimerPump(this.stores.timers, this.engines.of, engineMetrics.fired);
    const outbox = new OutboxWatch(
      this.stores.sweeper,
      name,
      this.metrics,
      report('the outbox could not be swept'),
    );
    this.lag = new MeasuredLag(
      new ConsumerLag(kafka),
      () => [...this.bus.groups(), ...watches],
      this.metrics,
      report('the lag could not be measured'),
    );
    const firing = timerLoop(timers, clock, report('timers could not be fired'));
    this.readiness = new ServiceReadiness({
      storeAnswers: () => mongo.ping(),
      joined: () => this.bus.joined(),
      outboxAgeMs: () => outbox.oldestMs,
      firingMs: () => firing.underWayMs,
      now: () => clock.now(),
    });
    this.status = new StatusReader({
      service: name,
      clock,
      metrics: this.metrics,
      readiness: this.readiness,
      lag: this.lag,
      outboxAgeMs: () => outbox.oldestMs,
      nextTimer: () => timers.next(),
      openIncidents: () => this.engines.openIncidents(),
    });
    this.loops = [firing, outbox.loop, this.lag.loop];
  }

  /** Creates the topics, and the indexes of the engines made so far. May be run again, by several at once. */
  async prepare(): Promise<void> {
    await ensureTopics(this.kafka, topicShape(this.settings));
    const built = await this.stores.ensureIndexes();
    this.logger.info({ built }, 'topics and indexes are there');
  }

  /** Lets timers fire and watches outbox and lag. */
  run(): void {
    const { clock, clockSpeed } = this.settings;
    const calendar = calendarNotice(clock, this.clock.now(), clockSpeed);
    if (calendar !== undefined) this.logger.info({}, calendar);
    for (const loop of this.loops) loop.start();
  }

  /** Fires no more timers; resolves when those in hand are done. */
  async pause(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
  }

  /** Publishes what is saved and disconnects. */
  async close(): Promise<void> {
    await this.bus.close();
    await this.stores.settled();
    await Promise.all([this.publisher.close(), this.lag.close()]);
    await this.mongo.close();
    await this.tracing?.close();
  }
}

function shareOf(bus: KafkaEventBus, group: ServiceName): TimerShare {
  return {
    owns: (_kind, id) => bus.owns(group, id),
    get changes() {
      return bus.share(group);
    },
  };
}
