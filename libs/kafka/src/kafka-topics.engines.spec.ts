import { TOPICS } from '@lienthong/contracts';
import { ConfigResourceTypes } from 'kafkajs';
import { eventually, KafkaUnderTest, message } from '../test-support/kafka-under-test';
import { ensureTopics } from './admin/ensure-topics';
import { ConsumerLag } from './admin/consumer-lag';
import { withAdmin } from './admin/with-admin';
import { KafkaPublisher } from './publisher/kafka-publisher';

const SHAPE = { partitions: 2, replicationFactor: 1, retentionMs: 7_200_000 };

describe('topics on the cluster', () => {
  let kafka: KafkaUnderTest;

  beforeEach(() => {
    kafka = new KafkaUnderTest();
  });
  afterEach(() => kafka.close());

  it('are created once, however many processes do it at the same time and again', async () => {
    const several = await Promise.all([1, 2, 3].map(() => ensureTopics(kafka.connect(), SHAPE)));
    const all = TOPICS.length + 2;
    expect(several.map((topics) => topics.length)).toEqual([all, all, all]);
    expect(await ensureTopics(kafka.connection, SHAPE)).toEqual(several[0]);
    const { names } = kafka.connection;
    const entries = await withAdmin(kafka.connection, async (admin) => {
      const resource = { type: ConfigResourceTypes.TOPIC, name: names.of('case.events') };
      const { resources } = await admin.describeConfigs({ resources: [resource], includeSynonyms: false });
      return new Map(
        resources[0]?.configEntries.map(({ configName, configValue }) => [configName, configValue]),
      );
    });
    expect([entries.get('retention.ms'), entries.get('min.insync.replicas')]).toEqual(['7200000', '1']);
  });

  it('never change their number of partitions', async () => {
    await ensureTopics(kafka.connection, SHAPE);
    await expect(ensureTopics(kafka.connection, { ...SHAPE, partitions: 3 })).rejects.toMatchObject({
      kind: 'configuration',
      message: expect.stringMatching(/ has 2 partitions, KAFKA_PARTITIONS is 3: set it to 2/) as string,
    });
    const metadata = await withAdmin(kafka.connection, (admin) =>
      admin.fetchTopicMetadata({ topics: [kafka.connection.names.of('dossier.events')] }),
    );
    expect(metadata.topics[0]?.partitions).toHaveLength(2);
  });

  it('must be there before the bus starts', async () => {
    const bus = kafka.bus();
    bus.subscribe('group', 'case.events', async () => undefined);
    await expect(bus.start()).rejects.toMatchObject({
      kind: 'configuration',
      message: expect.stringMatching(/has no topic \S+case\.events: run the step/) as string,
    });
    expect(bus.joined()).toBe(false);
  });

  it('cannot have more copies than there are brokers', async () => {
    await expect(ensureTopics(kafka.connection, { ...SHAPE, replicationFactor: 9 })).rejects.toMatchObject({
      kind: 'configuration',
      message: expect.stringContaining('KAFKA_REPLICATION') as string,
    });
  });

  it('tell how far each group is behind', async () => {
    await ensureTopics(kafka.connection, SHAPE);
    const publisher = new KafkaPublisher(kafka.connection);
    const send = (count: number): Promise<void> =>
      publisher.publish(
        Array.from({ length: count }, (_, i) => ({ topic: 'case.events', message: message(`d-${i}`) })),
      );
    const lag = new ConsumerLag(kafka.connection);
    const groups = [
      { group: 'group', topics: ['case.events', 'dossier.events'] as const },
      { group: 'newcomer', topics: ['case.events'] as const },
    ];
    const read = async (): Promise<number[]> => (await lag.read(groups)).map((each) => each.lag);
    // For a moment a new topic has no leaders, and no reader waits for them.
    await eventually(() =>
      read().then(
        () => true,
        () => false,
      ),
    );
    await send(10);
    expect(await read()).toEqual([10, 0, 10]);
    const bus = kafka.bus();
    bus.subscribe('group', 'case.events', async () => undefined);
    await bus.start();
    await eventually(async () => (await read())[0] === 0);
    await bus.close();
    await send(5);
    expect(await read()).toEqual([5, 0, 15]);
    await Promise.all([lag.close(), publisher.close()]);
  });
});
