import { type Addressed } from '@lienthong/event-bus';
import { CompressionTypes, type ProducerBatch, type TopicMessages } from 'kafkajs';
import { type KafkaConnection } from '../client/kafka-connection';
import { ClusterNames } from '../topics';
import { KafkaPublisher } from './kafka-publisher';

/** Sends that wait to be answered by the test, and how many producers were made. */
class Sends {
  readonly requests: {
    readonly keys: readonly string[];
    readonly compression: ProducerBatch['compression'];
    resolve(): void;
    reject(error: Error): void;
  }[] = [];
  producers = 0;
  disconnected = 0;

  readonly connection = {
    names: new ClusterNames('p.'),
    compression: CompressionTypes.GZIP,
    client: {
      producer: () => {
        this.producers++;
        return {
          connect: async () => undefined,
          disconnect: async () => void this.disconnected++,
          sendBatch: ({ topicMessages, compression }: ProducerBatch & { topicMessages: TopicMessages[] }) =>
            new Promise<readonly unknown[]>((resolve, reject) =>
              this.requests.push({
                keys: topicMessages.flatMap(({ topic, messages }) =>
                  messages.map((m) => `${topic}:${String(m.key)}`),
                ),
                compression,
                resolve: () => resolve([]),
                reject,
              }),
            ),
        };
      },
    },
  } as unknown as KafkaConnection;

  async nth(n: number): Promise<(typeof this.requests)[number]> {
    for (let turns = 0; this.requests.length <= n; turns++) {
      if (turns > 100) throw new Error(`there was no send ${n}`);
      await new Promise(setImmediate);
    }
    return this.requests[n]!;
  }
}

function addressed(subject: string, data: unknown = {}): Addressed {
  return {
    topic: 'case.events',
    message: { stream: `test/${subject}`, sequence: 1, type: 't', subject, time: 0, data },
  };
}

describe('KafkaPublisher', () => {
  it('sends one at a time and gathers what comes meanwhile, in order', async () => {
    const sends = new Sends();
    const publisher = new KafkaPublisher(sends.connection);
    const first = publisher.publish([addressed('a')]);
    const one = await sends.nth(0);
    const others = [publisher.publish([addressed('b'), addressed('c')]), publisher.publish([addressed('d')])];
    expect(sends.requests).toHaveLength(1);
    one.resolve();
    await first;
    const two = await sends.nth(1);
    expect([one.keys, two.keys]).toEqual([
      ['p.case.events:a'],
      ['p.case.events:b', 'p.case.events:c', 'p.case.events:d'],
    ]);
    two.resolve();
    await Promise.all(others);
  });

  it('rejects exactly the calls of a rejected send and goes on with a new producer', async () => {
    const sends = new Sends();
    const publisher = new KafkaPublisher(sends.connection);
    const first = publisher.publish([addressed('a')]);
    const one = await sends.nth(0);
    const second = publisher.publish([addressed('b')]);
    one.reject(new Error('fenced'));
    await expect(first).rejects.toThrow('fenced');
    (await sends.nth(1)).resolve();
    await second;
    expect([sends.producers, sends.disconnected]).toEqual([2, 1]);
  });

  it('compresses what is worth it', async () => {
    const sends = new Sends();
    const publisher = new KafkaPublisher(sends.connection);
    const small = publisher.publish([addressed('a', 'x'.repeat(8 * 1024))]);
    (await sends.nth(0)).resolve();
    await small;
    const large = publisher.publish(['a', 'b'].map((key) => addressed(key, 'x'.repeat(8 * 1024))));
    (await sends.nth(1)).resolve();
    await large;
    expect(sends.requests.map(({ compression }) => compression)).toEqual([
      CompressionTypes.None,
      CompressionTypes.GZIP,
    ]);
  });

  it('keeps requests under 1 MiB, also within one call', async () => {
    const sends = new Sends();
    const publisher = new KafkaPublisher(sends.connection);
    const big = 'x'.repeat(400_000);
    const call = publisher.publish(['a', 'b', 'c', 'd', 'e'].map((key) => addressed(key, big)));
    for (let n = 0; n < 3; n++) (await sends.nth(n)).resolve();
    await call;
    expect(sends.requests.map(({ keys }) => keys.length)).toEqual([2, 2, 1]);
    const calls = [publisher.publish([addressed('f', big)]), publisher.publish([addressed('g', big)])];
    calls.push(publisher.publish([addressed('h', big)]));
    for (let n = 3; n < 5; n++) (await sends.nth(n)).resolve();
    await Promise.all(calls);
    expect(sends.requests.slice(3).map(({ keys }) => keys.length)).toEqual([2, 1]);
  });

  it('refuses a message that brokers do not take, without holding up other calls', async () => {
    const sends = new Sends();
    const publisher = new KafkaPublisher(sends.connection);
    const refused = publisher.publish([addressed('a'), addressed('b', 'x'.repeat(1_100_000))]);
    const call = publisher.publish([addressed('c')]);
    await expect(refused).rejects.toThrow(/^message test\/b\/1 has 11\d+ bytes, brokers take 1 MiB$/);
    const only = await sends.nth(0);
    only.resolve();
    await call;
    expect(only.keys).toEqual(['p.case.events:c']);
  });

  it('sends what waits before it closes, and nothing afterwards', async () => {
    const sends = new Sends();
    const publisher = new KafkaPublisher(sends.connection);
    const call = publisher.publish([addressed('a')]);
    const closed = publisher.close();
    (await sends.nth(0)).resolve();
    await Promise.all([call, closed]);
    expect(sends.disconnected).toBe(1);
    await expect(publisher.publish([addressed('b')])).rejects.toThrow('the publisher is closed');
  });

  it('resolves at once when there is nothing to send', async () => {
    const sends = new Sends();
    await new KafkaPublisher(sends.connection).publish([]);
    expect(sends.producers).toBe(0);
  });
});
