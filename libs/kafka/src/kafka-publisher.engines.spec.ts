import { eventually, KafkaUnderTest, message, MortalSockets } from '../test-support/kafka-under-test';
import { KafkaPublisher } from './publisher/kafka-publisher';

describe('KafkaPublisher on a cluster', () => {
  let kafka: KafkaUnderTest;
  let publisher: KafkaPublisher;

  beforeEach(async () => {
    kafka = await KafkaUnderTest.open();
    publisher = new KafkaPublisher(kafka.connection);
  });
  afterEach(async () => {
    await publisher.close();
    await kafka.close();
  });

  const takeAll = async (): Promise<string[]> => {
    const taken: string[] = [];
    const bus = kafka.bus();
    bus.subscribe('reader', 'case.events', async ({ messages }) => {
      taken.push(...messages.map(({ subject, sequence }) => `${subject}#${sequence}`));
    });
    await bus.start();
    await eventually(async () => (await kafka.backlog(bus.groups())) === 0);
    return taken;
  };

  it('keeps the order of each key over calls that overlap', async () => {
    const calls = Array.from({ length: 200 }, (_, i) =>
      publisher.publish([{ topic: 'case.events', message: message(`d-${i % 5}`, Math.floor(i / 5) + 1) }]),
    );
    await Promise.all(calls);
    const taken = await takeAll();
    expect(taken).toHaveLength(200);
    for (let key = 0; key < 5; key++) {
      const own = taken.filter((name) => name.startsWith(`d-${key}#`));
      expect(own).toEqual(Array.from({ length: 40 }, (_, i) => `d-${key}#${i + 1}`));
    }
  });

  it('goes on after a rejected send, and sends nothing twice', async () => {
    const sockets = new MortalSockets();
    const mortal = new KafkaPublisher(kafka.connect(sockets.open));
    await mortal.publish([{ topic: 'case.events', message: message('x', 1) }]);
    sockets.die();
    await expect(mortal.publish([{ topic: 'case.events', message: message('x', 2) }])).rejects.toMatchObject({
      code: 'kafka-transient',
    });
    sockets.revive();
    await mortal.publish([{ topic: 'case.events', message: message('x', 3) }]);
    await mortal.close();
    expect(await takeAll()).toEqual(['x#1', 'x#3']);
  });

  it('puts a message where every Kafka client would', async () => {
    await publisher.publish([
      { topic: 'case.events', message: message('H29.5-000001', 1, 'vn.lienthong.t.v1') },
    ]);
    const [record] = await kafka.records('case.events', 1);
    expect(record?.key?.toString()).toBe('H29.5-000001');
    expect(String(record?.headers?.['ce_type'])).toBe('vn.lienthong.t.v1');
  });
});
