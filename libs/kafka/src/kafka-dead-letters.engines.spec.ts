import { eventually, KafkaUnderTest, message } from '../test-support/kafka-under-test';
import { withAdmin } from './admin/with-admin';
import { KafkaPublisher } from './publisher/kafka-publisher';
import { DEAD_LETTERS } from './topics';
import { ensureTopics } from './admin/ensure-topics';

describe('dead letters', () => {
  let kafka: KafkaUnderTest;
  let publisher: KafkaPublisher;

  beforeEach(async () => {
    kafka = await KafkaUnderTest.open(1);
    publisher = new KafkaPublisher(kafka.connection);
  });
  afterEach(async () => {
    await publisher.close();
    await kafka.close();
  });

  it('puts garbage and unknown types aside, with where they came from, and goes on', async () => {
    const topic = kafka.connection.names.of('case.events');
    const raw = kafka.connection.client.producer();
    await raw.connect();
    await raw.send({
      topic,
      messages: [
        { key: 'k', value: 'not a message', headers: { mine: 'yes' } },
        { key: null, value: Buffer.from([0xff, 0x00]) },
      ],
    });
    await raw.disconnect();
    await publisher.publish([
      { topic: 'case.events', message: message('x', 1, 'never-heard-of') },
      { topic: 'case.events', message: message('x', 2, 'known') },
    ]);
    const counted: string[] = [];
    const taken: number[] = [];
    const bus = kafka.bus({
      knows: (_, type) => type === 'known',
      onDeadLetter: (...args) => counted.push(args.join(' ')),
    });
    bus.subscribe('group', 'case.events', async ({ messages }) => {
      taken.push(...messages.map(({ sequence }) => sequence));
    });
    await bus.start();
    await eventually(async () => taken.length > 0 && (await kafka.backlog(bus.groups())) === 0);
    expect(taken).toEqual([2]);
    expect(counted).toEqual([
      'no-cloud-event case.events group',
      'no-cloud-event case.events group',
      'unknown-type case.events group',
    ]);
    const letters = await kafka.records(DEAD_LETTERS, 3);
    expect(letters.map(({ key, value }) => [key?.toString(), value?.toString('latin1')])).toEqual([
      ['k', 'not a message'],
      [undefined, '\xff\x00'],
      ['x', '{}'],
    ]);
    const headers = letters.map((letter) =>
      Object.fromEntries(Object.entries(letter.headers ?? {}).map(([name, text]) => [name, String(text)])),
    );
    const origin = { 'dead-letter-topic': topic, 'dead-letter-partition': '0', 'dead-letter-group': 'group' };
    expect(headers[0]).toEqual({
      ...origin,
      mine: 'yes',
      'dead-letter-reason': 'no-cloud-event',
      'dead-letter-offset': '0',
    });
    expect(headers[2]).toMatchObject({
      ...origin,
      ce_id: 'test/x/1',
      'dead-letter-reason': 'unknown-type',
      'dead-letter-offset': '2',
    });
  });

  it('acknowledges nothing while dead letters cannot be written', async () => {
    const { names } = kafka.connection;
    await withAdmin(kafka.connection, (admin) => admin.deleteTopics({ topics: [names.deadLetters] }));
    await publisher.publish([{ topic: 'case.events', message: message('x', 1, 'never-heard-of') }]);
    const errors: unknown[] = [];
    const counted: string[] = [];
    const bus = kafka.bus({
      knows: () => false,
      onBatchError: (error) => errors.push(error),
      onDeadLetter: (reason) => counted.push(reason),
    });
    bus.subscribe('group', 'case.events', async () => undefined);
    await bus.start();
    await eventually(() => errors.length > 0);
    expect([await kafka.backlog(bus.groups()), counted]).toEqual([1, []]);
    await ensureTopics(kafka.connection, { partitions: 1, replicationFactor: 1, retentionMs: 3_600_000 });
    await eventually(async () => (await kafka.backlog(bus.groups())) === 0);
    expect(counted).toEqual(['unknown-type']);
  });
});
