import { type Hint } from '@lienthong/event-bus';
import { eventually, KafkaUnderTest } from '../test-support/kafka-under-test';
import { type KafkaEventBus } from './bus/kafka-event-bus';

describe('hints on Kafka', () => {
  let kafka: KafkaUnderTest;

  beforeEach(async () => {
    kafka = await KafkaUnderTest.open(2);
  });
  afterEach(() => kafka.close());

  function listening(name: string): { readonly bus: KafkaEventBus; readonly heard: Hint['data'][] } {
    const bus = kafka.bus();
    const heard: Hint['data'][] = [];
    bus.onHint(name, (data) => heard.push(data));
    return { bus, heard };
  }

  it('reach every other process that listens to their name, and not the one that tells them', async () => {
    const [one, other, third] = [listening('console'), listening('console'), listening('weather')];
    const deaf = kafka.bus();
    await Promise.all([one, other, third].map(({ bus }) => bus.start()));
    await deaf.start();
    one.bus.hint({ name: 'console', data: { topics: ['audit'] } });
    await eventually(() => other.heard.length === 1);
    deaf.hint({ name: 'console', data: { topics: ['batches'] } });
    await eventually(() => one.heard.length === 1 && other.heard.length === 2);
    other.bus.hint({ name: 'weather', data: {} });
    await eventually(() => third.heard.length === 1);
    expect(other.heard).toEqual([{ topics: ['audit'] }, { topics: ['batches'] }]);
    expect(one.heard).toEqual([{ topics: ['batches'] }]);
    expect(third.heard).toEqual([{}]);
  });

  it('must be listened to before the bus starts, and are lost without a word once it is closed', async () => {
    const { bus } = listening('console');
    await bus.start();
    expect(() => bus.onHint('console', () => undefined)).toThrow('after the bus has started');
    await bus.close();
    expect(() => bus.hint({ name: 'console', data: {} })).not.toThrow();
  });
});
