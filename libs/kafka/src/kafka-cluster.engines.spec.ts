import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfigResourceTypes } from 'kafkajs';
import { type KafkaCluster, startKafkaCluster } from '../../../infra/engines';
import { describeOnJava } from '../../../tests/support/engines/on-java';
import { eventually, message, QUICK } from '../test-support/kafka-under-test';
import { ConsumerLag } from './admin/consumer-lag';
import { ensureTopics } from './admin/ensure-topics';
import { withAdmin } from './admin/with-admin';
import { KafkaEventBus } from './bus/kafka-event-bus';
import { KafkaConnection } from './client/kafka-connection';
import { KafkaPublisher } from './publisher/kafka-publisher';

const SHAPE = { partitions: 6, replicationFactor: 3, retentionMs: 3_600_000 };
const KEYS = Array.from({ length: 24 }, (_, i) => `dossier-${i}`);
const TOPIC = 'case.events';
/** Bounds for what hangs; it takes a few seconds. */
const DELIVERED_WITHIN_MS = 120_000;
const REFUSED_WITHIN_MS = 120_000;

describeOnJava('three brokers', () => {
  let cluster: KafkaCluster;
  let directory: string;
  let connection: KafkaConnection;
  let publisher: KafkaPublisher;
  const open: { close(): Promise<void> }[] = [];

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'lienthong-kafka-cluster-'));
    cluster = await startKafkaCluster(3, { directory, heapMegabytes: 256 });
  }, 360_000);
  afterAll(async () => {
    await cluster?.kill();
    rmSync(directory, { recursive: true, force: true });
  });

  beforeEach(async () => {
    connection = connect();
    await ensureTopics(connection, SHAPE);
    publisher = new KafkaPublisher(connection);
    open.push(publisher);
  });
  afterEach(async () => {
    await Promise.all([...(cluster?.nodes.values() ?? [])].map((node) => node.start()));
    await Promise.all(open.splice(0).map((each) => each.close()));
  }, 120_000);

  const connect = (): KafkaConnection =>
    new KafkaConnection({ brokers: cluster.brokers.split(','), clientId: 'test' });

  const partitions = () =>
    withAdmin(connection, async (admin) => {
      const { topics } = await admin.fetchTopicMetadata({ topics: [connection.names.of(TOPIC)] });
      return topics[0]!.partitions;
    });

  const allInSync = (): Promise<void> =>
    eventually(async () => {
      const found = await partitions().catch(() => []);
      return found.length === SHAPE.partitions && found.every(({ isr }) => isr.length === 3);
    }, 60_000);

  /** One message of each key, as the outbox does it: again until it is acknowledged. */
  const deliver = async (sequence: number): Promise<void> => {
    const messages = KEYS.map((key) => ({ topic: TOPIC, message: message(key, sequence) }) as const);
    await eventually(
      () =>
        publisher.publish(messages).then(
          () => true,
          () => false,
        ),
      DELIVERED_WITHIN_MS,
    );
  };

  /** A member of a group that notes what it takes. */
  const consume = async (group: string, taken: string[]): Promise<KafkaEventBus> => {
    const bus = new KafkaEventBus(connect(), { knows: () => true, tuning: QUICK });
    open.push(bus);
    bus.subscribe(group, TOPIC, async ({ messages }) => {
      await sleep(5);
      taken.push(...messages.map(({ subject, sequence }) => `${subject}#${sequence}`));
    });
    await bus.start();
    return bus;
  };

  it('keep each topic three times, and acknowledge what two of them have', async () => {
    await allInSync();
    expect((await partitions()).map(({ replicas }) => replicas.length)).toEqual(
      Array(SHAPE.partitions).fill(3),
    );
    const names = [TOPIC, 'dead-letters'].map((name) => connection.names.of(name));
    const minimums = await withAdmin(connection, async (admin) => {
      const { resources } = await admin.describeConfigs({
        resources: names.map((name) => ({ type: ConfigResourceTypes.TOPIC, name })),
        includeSynonyms: false,
      });
      return resources.map(
        ({ configEntries }) =>
          configEntries.find(({ configName }) => configName === 'min.insync.replicas')?.configValue,
      );
    });
    expect(minimums).toEqual(['2', '2']);
  });

  it('lose nothing and keep the order of every key when the leader of some is killed', async () => {
    const taken: string[] = [];
    await allInSync();
    await Promise.all([consume('killed', taken), consume('killed', taken)]);
    const sequences = Array.from({ length: 30 }, (_, i) => i + 1);
    for (const sequence of sequences) {
      if (sequence === 10) {
        const { leader } = (await partitions())[0]!;
        const dying = cluster.nodes.get(leader)!.kill();
        await deliver(sequence);
        await dying;
        continue;
      }
      await deliver(sequence);
      await sleep(20);
    }
    const expected = KEYS.flatMap((key) => sequences.map((n) => `${key}#${n}`));
    await eventually(() => new Set(taken).size === expected.length, 60_000).catch(() => undefined);
    expect(expected.filter((name) => !taken.includes(name))).toEqual([]);
    for (const key of KEYS) {
      const first = [...new Set(taken)].filter((name) => name.startsWith(`${key}#`));
      expect(first).toEqual(sequences.map((n) => `${key}#${n}`));
    }
  }, 180_000);

  it('refuse what one of them alone would keep, and take it when the others are back', async () => {
    await allInSync();
    const taken: string[] = [];
    const bus = await consume('refused', taken);
    await deliver(1_000);
    const [survivor, ...others] = [...cluster.nodes.keys()];
    await Promise.all(others.map((id) => cluster.nodes.get(id)!.kill()));
    const began = performance.now();
    await expect(
      publisher.publish([{ topic: TOPIC, message: message(KEYS[0]!, 1_001) }]),
    ).rejects.toMatchObject({ code: 'kafka-transient' });
    expect(performance.now() - began).toBeLessThan(REFUSED_WITHIN_MS);
    await Promise.all(others.map((id) => cluster.nodes.get(id)!.start()));
    await deliver(1_001);
    await eventually(() => KEYS.every((key) => taken.includes(`${key}#1001`)), 60_000);
    const lag = new ConsumerLag(connection);
    open.push(lag);
    await eventually(async () => (await lag.read(bus.groups()).catch(() => []))[0]?.lag === 0, 60_000);
    expect(cluster.nodes.get(survivor!)!.pid).toBeDefined();
  }, 240_000);
});
