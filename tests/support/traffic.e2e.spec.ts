import { type Message, type Topic } from '@lienthong/contracts';
import { type Addressed, type BatchHandler, EventBus, Publisher } from '@lienthong/event-bus';
import { CountedEventBus, CountedPublisher, Traffic } from './traffic';

const TOPIC: Topic = 'case.events';

class HandBus extends EventBus {
  readonly handlers = new Map<string, BatchHandler>();

  subscribe(group: string, _topic: Topic, handler: BatchHandler): void {
    this.handlers.set(group, handler);
  }

  tail = jest.fn();
  start = jest.fn();
  close = jest.fn();

  /** What a bus does once it has the message. */
  async deliver(group: string, ...messages: readonly Message[]): Promise<void> {
    await this.handlers.get(group)?.({ group, topic: TOPIC, partition: 0, messages, nextOffset: 1 });
  }
}

class HandPublisher extends Publisher {
  publish = jest.fn<Promise<void>, [readonly Addressed[]]>().mockResolvedValue();
}

function message(sequence: number, type = 'told'): Message {
  return { stream: 'test/x', sequence, type, subject: 'x', time: 0, data: {} };
}

const addressed = (...messages: readonly Message[]): Addressed[] =>
  messages.map((one) => ({ topic: TOPIC, message: one }));

describe('Traffic', () => {
  let bus: HandBus;
  let sender: HandPublisher;
  let traffic: Traffic;
  let publisher: Publisher;
  let handler: jest.Mock<Promise<void>>;

  beforeEach(() => {
    bus = new HandBus();
    sender = new HandPublisher();
    traffic = new Traffic();
    publisher = new CountedPublisher(sender, traffic);
    handler = jest.fn<Promise<void>, []>().mockResolvedValue();
    const counted = new CountedEventBus(bus, traffic);
    counted.subscribe('all', TOPIC, handler);
    counted.subscribe('some', TOPIC, handler, ['asked']);
  });

  const isIdle = async (): Promise<boolean> => {
    let idle = false;
    void traffic.idle().then(() => (idle = true));
    await new Promise(setImmediate);
    return idle;
  };

  it('is idle until something is sent, and again once all who take it have handled it', async () => {
    expect(await isIdle()).toBe(true);
    await publisher.publish(addressed(message(1), message(2, 'asked')));
    await bus.deliver('all', message(1), message(2, 'asked'));
    expect(await isIdle()).toBe(false);
    await bus.deliver('some', message(2, 'asked'));
    expect(await isIdle()).toBe(true);
  });

  it('counts a message from before the bus has it: it may be handled before its sender knows', async () => {
    let sent = (): void => undefined;
    sender.publish.mockReturnValueOnce(new Promise((resolve) => (sent = resolve)));
    const publishing = publisher.publish(addressed(message(1)));
    expect(await isIdle()).toBe(false);
    await bus.deliver('all', message(1));
    expect(await isIdle()).toBe(true);
    sent();
    await publishing;
    expect(await isIdle()).toBe(true);
  });

  it('counts until the handler has resolved, and on when it has failed', async () => {
    await publisher.publish(addressed(message(1)));
    handler.mockRejectedValueOnce(new Error('the store is away'));
    await expect(bus.deliver('all', message(1))).rejects.toThrow('the store is away');
    expect(await isIdle()).toBe(false);
    await bus.deliver('all', message(1));
    expect(await isIdle()).toBe(true);
  });

  it('waits for each of two deliveries of one message, and not for what was not sent', async () => {
    await publisher.publish(addressed(message(1)));
    await publisher.publish(addressed(message(1)));
    await bus.deliver('all', message(1));
    expect(await isIdle()).toBe(false);
    await bus.deliver('all', message(1));
    expect(await isIdle()).toBe(true);
    sender.publish.mockRejectedValueOnce(new Error('the bus is away'));
    await expect(publisher.publish(addressed(message(2)))).rejects.toThrow('the bus is away');
    expect(await isIdle()).toBe(true);
  });

  it('tells of what is sent, in order', async () => {
    const sent: number[] = [];
    traffic.onSent(({ message: { sequence } }) => sent.push(sequence));
    await publisher.publish(addressed(message(1), message(2)));
    await publisher.publish(addressed(message(3)));
    expect(sent).toEqual([1, 2, 3]);
  });
});
