import { type Topic } from '@lienthong/contracts';
import { type BatchHandler, EventBus } from '@lienthong/event-bus';
import { type BusUnderTest, eventBusContract } from '../../event-bus/test-support/event-bus.contract';
import { eventually, KafkaUnderTest, MortalSockets } from '../test-support/kafka-under-test';
import { type KafkaEventBus } from './bus/kafka-event-bus';
import { KafkaPublisher } from './publisher/kafka-publisher';

/** Notes which groups fail, since these never settle. */
class WatchedBus extends EventBus {
  private readonly failing = new Set<string>();

  constructor(private readonly bus: KafkaEventBus) {
    super();
  }

  get taking(): ReturnType<KafkaEventBus['groups']> {
    return this.bus.groups().filter(({ group }) => !this.failing.has(group));
  }

  subscribe(group: string, topic: Topic, handler: BatchHandler, types?: readonly string[]): void {
    const watched: BatchHandler = async (batch) => {
      try {
        await handler(batch);
        this.failing.delete(group);
      } catch (error) {
        this.failing.add(group);
        throw error;
      }
    };
    this.bus.subscribe(group, topic, watched, types);
  }

  readonly tail: EventBus['tail'] = (...tail) => this.bus.tail(...tail);
  readonly start = (): Promise<void> => this.bus.start();
  readonly close = (): Promise<void> => this.bus.close();
}

async function openBus(kafka: KafkaUnderTest, crashed: readonly MortalSockets[] = []): Promise<BusUnderTest> {
  const sockets = new MortalSockets();
  const bus = new WatchedBus(kafka.bus({}, kafka.connect(sockets.open)));
  const publisher = new KafkaPublisher(kafka.connection);
  return {
    bus,
    publish: (topic, messages) => publisher.publish(messages.map((message) => ({ topic, message }))),
    settled: () => eventually(async () => (await kafka.backlog(bus.taking)) === 0),
    restart: async () => {
      await Promise.all([bus.close(), publisher.close()]);
      return openBus(kafka, crashed);
    },
    crash: async () => {
      sockets.die();
      await publisher.close();
      return openBus(kafka, [...crashed, sockets]);
    },
    close: async () => {
      for (const other of crashed) other.revive();
      await publisher.close();
      await kafka.close();
    },
  };
}

eventBusContract('Apache Kafka', async () => openBus(await KafkaUnderTest.open()));
