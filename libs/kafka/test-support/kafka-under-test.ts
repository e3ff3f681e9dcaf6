import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ISocketFactory, type KafkaMessage } from 'kafkajs';
import { type Message } from '@lienthong/contracts';
import {
  ConsumerLag,
  type ConsumerTuning,
  ensureTopics,
  type GroupTopics,
  KafkaConnection,
  KafkaEventBus,
  type KafkaBusOptions,
} from '../src';
import { withAdmin } from '../src/admin/with-admin';

/** Sessions as short as brokers allow, so that a test need not wait long for a dead member to be noticed. */
export const QUICK: Partial<ConsumerTuning> = {
  sessionTimeoutMs: 6_000,
  heartbeatMs: 200,
  rebalanceTimeoutMs: 20_000,
};

/** Topics of one test on the cluster that `KAFKA_BROKERS` names. */
export class KafkaUnderTest {
  readonly prefix = `test-${randomUUID().slice(0, 8)}.`;
  readonly connection = this.connect();
  private readonly lag = new ConsumerLag(this.connection);
  private readonly buses: KafkaEventBus[] = [];

  static async open(partitions = 3): Promise<KafkaUnderTest> {
    const kafka = new KafkaUnderTest();
    await ensureTopics(kafka.connection, { partitions, replicationFactor: 1, retentionMs: 3_600_000 });
    return kafka;
  }

  connect(sockets?: ISocketFactory): KafkaConnection {
    const brokers = (process.env['KAFKA_BROKERS'] ?? '').split(',').filter(Boolean);
    return new KafkaConnection({ brokers, clientId: 'test', topicPrefix: this.prefix }, undefined, sockets);
  }

  bus(options: Partial<KafkaBusOptions> = {}, connection = this.connect()): KafkaEventBus {
    const bus = new KafkaEventBus(connection, {
      knows: () => true,
      ...options,
      tuning: { ...QUICK, ...options.tuning },
    });
    this.buses.push(bus);
    return bus;
  }

  /** The first `count` records of a topic, as they are kept. */
  async records(name: string, count: number): Promise<readonly KafkaMessage[]> {
    const consumer = this.connection.client.consumer({ groupId: `${this.prefix}reader-${randomUUID()}` });
    const records: KafkaMessage[] = [];
    await consumer.connect();
    await consumer.subscribe({ topic: this.connection.names.of(name), fromBeginning: true });
    await consumer.run({ eachMessage: async ({ message }) => void records.push(message) });
    await eventually(() => records.length >= count);
    await consumer.disconnect();
    return records;
  }

  /** Messages that these groups have not acknowledged; none known while a new topic has no leader yet. */
  async backlog(groups: readonly GroupTopics[]): Promise<number> {
    const lags = await this.lag.read(groups).catch(() => undefined);
    return lags?.reduce((sum, { lag }) => sum + lag, 0) ?? NaN;
  }

  async close(): Promise<void> {
    await Promise.all(this.buses.map((bus) => bus.close()));
    await this.lag.close();
    await withAdmin(this.connection, async (admin) => {
      const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(this.prefix));
      await admin.deleteTopics({ topics });
    });
  }
}

/** Sockets of a process that can die: nothing it had to say reaches anyone any more. */
export class MortalSockets {
  private readonly sockets = new Set<Socket>();
  private dead = false;

  readonly open: ISocketFactory = ({ host, port, onConnect }) => {
    const socket = connect({ host, port }, onConnect);
    this.sockets.add(socket);
    if (this.dead) socket.destroy(new Error('cut off'));
    return socket;
  };

  die(): void {
    this.dead = true;
    for (const socket of this.sockets) socket.destroy(new Error('cut off'));
  }

  /** The process was only cut off: it comes back and must find out what it has missed. */
  revive(): void {
    this.dead = false;
  }
}

/** The first message of a stream of its own, or the `sequence`th. */
export function message(subject: string, sequence = 1, type = 'test', data: unknown = {}): Message {
  return { stream: `test/${subject}`, sequence, type, subject, time: 0, data };
}

export async function eventually(
  condition: () => boolean | Promise<boolean>,
  withinMs = 30_000,
): Promise<void> {
  for (const deadline = Date.now() + withinMs; !(await condition()); await sleep(20)) {
    if (Date.now() > deadline) throw new Error(`waited ${withinMs / 1_000} s in vain`);
  }
}
