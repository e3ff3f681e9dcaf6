import { type SimulationClock } from '@lienthong/clock';
import { isKnownType } from '@lienthong/contracts';
import { EngineRegistry, TimerPump } from '@lienthong/engine';
import { type Addressed, type EventBus, type Publisher } from '@lienthong/event-bus';
import { ConsumerLag, type KafkaConnection, KafkaEventBus, KafkaPublisher } from '@lienthong/kafka';
import { MongoConnection, MongoStores } from '@lienthong/mongodb';
import { EngineMetrics, Metrics, type Readiness, type Settings } from '@lienthong/platform';
import { type Logger } from 'pino';
import { type Backpressure } from '../../apps/gateway/src/ports';
import { type Load, type Runtime } from '../../apps/standalone/src/runtime';
import { TimeDriver } from '../../apps/standalone/src/time/time-driver';
import { type EnginesPlace } from './engines-place';
import { CountedEventBus, CountedPublisher, Traffic } from './traffic';

/** Everything below Nest for all services in one process on Kafka and MongoDB, by a clock that the test moves. */
export class EnginesRuntime implements Runtime {
  readonly metrics = new Metrics();
  readonly traffic = new Traffic();
  readonly bus: EventBus;
  readonly engines: EngineRegistry;
  readonly stores: MongoStores;
  readonly time: TimeDriver;
  readonly backpressure: Backpressure = { admit: () => ({ ok: true }) };
  readonly load: Load;
  readonly readiness: Readiness = { check: async () => ({ ok: true, checks: {} }) };
  private readonly kafkaBus: KafkaEventBus;
  private readonly kafkaPublisher: KafkaPublisher;
  private readonly publisher: Publisher;
  private readonly lag: ConsumerLag;
  /** What must not happen, or what nobody here would try again. */
  private readonly failures: unknown[] = [];

  private constructor(
    readonly settings: Settings,
    readonly clock: SimulationClock,
    readonly logger: Logger,
    kafka: KafkaConnection,
    private readonly mongo: MongoConnection,
  ) {
    const engineMetrics = new EngineMetrics(this.metrics);
    this.kafkaBus = new KafkaEventBus(kafka, {
      knows: isKnownType,
      onBatchError: (error, topic, group) =>
        logger.error({ err: error, topic, group }, 'a batch failed and will be tried again'),
      onDeadLetter: (reason, topic) => this.failures.push(new Error(`a dead letter on ${topic}: ${reason}`)),
      onCrash: (fault, group) => logger.warn({ err: fault, group }, 'a consumer fell out and comes back'),
    });
    this.bus = new CountedEventBus(this.kafkaBus, this.traffic);
    this.lag = new ConsumerLag(kafka);
    this.kafkaPublisher = new KafkaPublisher(kafka);
    this.publisher = new CountedPublisher(this.kafkaPublisher, this.traffic);
    this.stores = new MongoStores({
      connection: mongo,
      publisher: this.publisher,
      onPublishError: (error) => this.failures.push(error),
    });
    this.engines = new EngineRegistry(this.stores.open, {
      now: () => clock.now(),
      count: engineMetrics.count,
      onIncident: (service, id, { error }) =>
        this.failures.push(new Error(`an incident of ${service}/${id}: ${error}`)),
    });
    const timers = new TimerPump(this.stores.timers, this.engines.of, engineMetrics.fired);
    this.load = {
      backlogOf: (group) => this.traffic.waitingFor(group),
      nextTimer: () => timers.next(),
    };
    const bus = { idle: () => this.idle() };
    this.time = new TimeDriver(clock, { bus, timers, database: WRITTEN_THROUGH }, (error) =>
      this.failures.push(error),
    );
  }

  static async open(
    place: EnginesPlace,
    settings: Settings,
    clock: SimulationClock,
    logger: Logger,
  ): Promise<EnginesRuntime> {
    const mongo = await MongoConnection.open({ uri: place.uri, databasePrefix: place.databasePrefix });
    const kafka = place.kafka(({ level, message, ...rest }) => logger[level](rest, message));
    return new EnginesRuntime(settings, clock, logger, kafka, mongo);
  }

  /**
   * Resolves when every message is handled by all who take it. A step without acknowledgement hands its messages to the
   * publisher, where they are counted, before its caller is told that it is saved.
   * @throws the first incident, dead letter or message that could not be sent
   */
  async idle(): Promise<void> {
    await this.traffic.idle();
    await this.stores.settled();
    if (this.failures.length > 0) throw this.failures[0];
  }

  publish(messages: readonly Addressed[]): Promise<void> {
    return this.publisher.publish(messages);
  }

  /** Messages that a group has not acknowledged to Kafka, right now. */
  async unacknowledged(): Promise<number> {
    const lags = await this.lag.read(this.kafkaBus.groups());
    return lags.reduce((sum, { lag }) => sum + lag, 0);
  }

  async close(): Promise<void> {
    await this.time.stop();
    await this.bus.close();
    await this.stores.settled();
    await Promise.all([this.kafkaPublisher.close(), this.lag.close()]);
    await this.mongo.close();
  }
}

/** Whatever is saved in MongoDB is on its disk; where the clock stands is the test's to know. */
const WRITTEN_THROUGH = {
  durable: async (): Promise<void> => undefined,
  keepUp: async (): Promise<void> => undefined,
  touch: (): void => undefined,
};
