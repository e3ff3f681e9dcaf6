import { type MessageBatch } from '@lienthong/event-bus';
import { eventually, KafkaUnderTest, message, MortalSockets } from '../test-support/kafka-under-test';
import { type KafkaEventBus } from './bus/kafka-event-bus';
import { partitionOfKey } from './groups/partition-of-key';
import { KafkaPublisher } from './publisher/kafka-publisher';

const PARTITIONS = 6;
const KEYS = Array.from({ length: 24 }, (_, i) => `dossier-${i}`);

describe('members of a consumer group', () => {
  let kafka: KafkaUnderTest;
  let publisher: KafkaPublisher;

  beforeEach(async () => {
    kafka = await KafkaUnderTest.open(PARTITIONS);
    publisher = new KafkaPublisher(kafka.connection);
  });
  afterEach(async () => {
    await publisher.close();
    await kafka.close();
  });

  const publish = (
    sequence: number,
    topic: 'dossier.events' | 'case.events' = 'dossier.events',
  ): Promise<void> => publisher.publish(KEYS.map((key) => ({ topic, message: message(key, sequence) })));

  const share = (members: readonly KafkaEventBus[]): boolean =>
    KEYS.every((key) => members.filter((member) => member.owns('group', key)).length === 1);

  it('keeps partition p of all topics at one member, and one member owns each key', async () => {
    const workers = new Map<number, Set<string>>();
    const members = ['a', 'b'].map((name) => {
      const bus = kafka.bus();
      for (const topic of ['dossier.events', 'case.events'] as const) {
        bus.subscribe('group', topic, async ({ partition }) => {
          workers.set(partition, (workers.get(partition) ?? new Set()).add(name));
        });
      }
      return bus;
    });
    expect(members.some((member) => member.joined() || member.owns('group', 'x'))).toBe(false);
    await Promise.all(members.map((member) => member.start()));
    await eventually(() => members.every((member) => member.joined()) && share(members));
    await Promise.all([publish(1, 'dossier.events'), publish(1, 'case.events')]);
    await eventually(async () => (await kafka.backlog(members[0]!.groups())) === 0);
    expect([...workers.values()].map((names) => names.size)).toEqual(Array<number>(PARTITIONS).fill(1));
    expect(new Set([...workers.values()].flatMap((names) => [...names]))).toEqual(new Set(['a', 'b']));
    await members[1]!.close();
    expect(KEYS.some((key) => members[1]!.owns('group', key))).toBe(false);
    await eventually(() => share(members));
    expect(KEYS.every((key) => members[0]!.owns('group', key))).toBe(true);
    expect(members[0]!.owns('another', KEYS[0]!)).toBe(false);
  });

  it('loses nothing, keeps the order and works no key twice at once when members come and go', async () => {
    const work = new GatedWork();
    const [a, b] = [kafka.bus(), kafka.bus()];
    a.subscribe('group', 'dossier.events', (batch) => work.of('a', batch));
    b.subscribe('group', 'dossier.events', (batch) => work.of('b', batch));
    await a.start();
    work.shut();
    await publish(1);
    await eventually(() => work.inHand('a') > 0);
    const joining = b.start();
    await eventually(() => !a.joined());
    await publish(2);
    expect(work.inHand('b')).toBe(0);
    work.open();
    await joining;
    await eventually(() => share([a, b]));
    await eventually(() => work.first.length === KEYS.length * 2);
    work.shut();
    await publish(3);
    await eventually(() => work.inHand('a') > 0 && work.inHand('b') > 0);
    const leaving = b.close();
    await publish(4);
    work.open();
    await leaving;
    await eventually(() => work.first.length === KEYS.length * 4);
    for (const key of KEYS) {
      expect(work.first.filter((name) => name.startsWith(`${key}#`))).toEqual(
        [1, 2, 3, 4].map((n) => `${key}#${n}`),
      );
    }
    expect(work.overlaps).toEqual([]);
  });

  it('commits before it shares and before it leaves, however long it gathers commits', async () => {
    const worked: string[] = [];
    const [a, b] = [0, 1].map(() => {
      const bus = kafka.bus({ tuning: { commitAfterMs: 600_000 } });
      bus.subscribe('group', 'dossier.events', async ({ messages }) => {
        worked.push(...messages.map(({ subject, sequence }) => `${subject}#${sequence}`));
      });
      return bus;
    }) as [KafkaEventBus, KafkaEventBus];
    await a.start();
    await publish(1);
    await eventually(() => worked.length === KEYS.length);
    await b.start();
    await eventually(() => share([a, b]));
    await publish(2);
    await eventually(() => worked.length === KEYS.length * 2);
    await a.close();
    await eventually(() => share([b]));
    await publish(3);
    await eventually(() => worked.length === KEYS.length * 3);
    expect(new Set(worked).size).toBe(KEYS.length * 3);
  });

  it('lets the other partitions go on while one fails', async () => {
    const taken: string[] = [];
    const failing = partitionOfKey(KEYS[0]!, PARTITIONS);
    const others = KEYS.filter((key) => partitionOfKey(key, PARTITIONS) !== failing);
    let broken = true;
    let failures = 0;
    const bus = kafka.bus({ onBatchError: () => failures++ });
    bus.subscribe('group', 'dossier.events', async ({ partition, messages }) => {
      if (broken && partition === failing) throw new Error('the store is away');
      taken.push(...messages.map(({ subject, sequence }) => `${subject}#${sequence}`));
    });
    await bus.start();
    await publish(1);
    await eventually(() => failures >= 2);
    await publish(2);
    await eventually(() => taken.length === others.length * 2);
    expect(bus.joined()).toBe(true);
    broken = false;
    await eventually(() => taken.length === KEYS.length * 2);
    const own = taken.filter((name) => name.startsWith(`${KEYS[0]}#`));
    expect(own).toEqual([`${KEYS[0]}#1`, `${KEYS[0]}#2`]);
  });

  it('comes back by itself after it was cut off for longer than the client tries', async () => {
    const sockets = new MortalSockets();
    const crashes: string[] = [];
    const taken = new Set<string>();
    const bus = kafka.bus(
      { onCrash: (fault, group) => crashes.push(`${group}: ${fault.kind}`) },
      kafka.connect(sockets.open),
    );
    bus.subscribe('group', 'dossier.events', async ({ messages }) => {
      for (const { subject, sequence } of messages) taken.add(`${subject}#${sequence}`);
    });
    await bus.start();
    await publish(1);
    await eventually(() => taken.size === KEYS.length);
    sockets.die();
    await publish(2);
    await eventually(() => crashes.length > 0, 60_000);
    expect([crashes[0], bus.joined()]).toEqual(['group: transient', false]);
    sockets.revive();
    await eventually(() => taken.size === KEYS.length * 2, 60_000);
    expect(bus.joined()).toBe(true);
  }, 150_000);

  it('never gives a handler more than 100 messages', async () => {
    const sizes: number[] = [];
    const bus = kafka.bus();
    bus.subscribe('group', 'dossier.events', async ({ messages }) => void sizes.push(messages.length));
    const many = Array.from({ length: 1_200 }, (_, i) => message('one', i + 1));
    await publisher.publish(many.map((each) => ({ topic: 'dossier.events', message: each })));
    await bus.start();
    await eventually(() => sizes.reduce((sum, size) => sum + size, 0) === 1_200);
    expect(Math.max(...sizes)).toBe(100);
  });
});

/** A handler that can be held up, and notes what each member works on. */
class GatedWork {
  /** `subject#sequence` in the order in which they were worked first. */
  readonly first: string[] = [];
  readonly overlaps: string[] = [];
  private readonly active = new Map<number, string>();
  private gate = Promise.resolve();
  private release: () => void = () => undefined;

  shut(): void {
    this.gate = new Promise((resolve) => (this.release = resolve));
  }

  open(): void {
    this.release();
  }

  inHand(member: string): number {
    return [...this.active.values()].filter((name) => name === member).length;
  }

  async of(member: string, { partition, messages }: MessageBatch): Promise<void> {
    const other = this.active.get(partition);
    if (other !== undefined) this.overlaps.push(`${partition}: ${other} and ${member}`);
    this.active.set(partition, member);
    await this.gate;
    this.active.delete(partition);
    for (const { subject, sequence } of messages) {
      const name = `${subject}#${sequence}`;
      if (!this.first.includes(name)) this.first.push(name);
    }
  }
}
