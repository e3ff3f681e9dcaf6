import { type Message, type Topic } from '@lienthong/contracts';
import { type EventBus, type MessageBatch } from '../src';

/** What an adapter brings to be tested: a bus over data that outlives it, and a way to publish to it. */
export interface BusUnderTest {
  readonly bus: EventBus;
  publish(topic: Topic, messages: readonly Message[]): Promise<void>;
  /** Resolves when no message waits for a consumer that takes it. */
  settled(): Promise<void>;
  restart(): Promise<BusUnderTest>;
  /**
   * What a process finds that starts after this one has died where it stood: batches in hand neither finish nor are
   * acknowledged. The dead one is left alone until the new one is closed.
   */
  crash(): Promise<BusUnderTest>;
  close(): Promise<void>;
}

const TOPIC: Topic = 'dossier.events';

/** The contract of `EventBus`: every adapter must pass it. */
export function eventBusContract(adapter: string, open: () => Promise<BusUnderTest>): void {
  describe(`EventBus on ${adapter}`, () => {
    let under: BusUnderTest;

    beforeEach(async () => {
      under = await open();
    });
    afterEach(() => under.close());

    /** Subscribes a group that writes down what it takes as `subject#sequence`. */
    const collect = (group: string, topic: Topic = TOPIC): string[] => {
      const taken: string[] = [];
      under.bus.subscribe(group, topic, async (batch) => {
        taken.push(...names(batch));
      });
      return taken;
    };

    it('gives every group every message, in order of each key', async () => {
      const [a, b] = [collect('a'), collect('b')];
      await under.bus.start();
      const messages = Array.from({ length: 300 }, (_, i) => message(`dossier-${i % 7}`, i + 1));
      await under.publish(TOPIC, messages.slice(0, 100));
      await under.publish(TOPIC, messages.slice(100));
      await under.settled();
      for (const taken of [a, b]) {
        expect(taken.length).toBe(300);
        for (let key = 0; key < 7; key++) {
          const sequences = taken
            .filter((name) => name.startsWith(`dossier-${key}#`))
            .map((name) => Number(name.split('#')[1]));
          expect(sequences).toEqual([...sequences].sort((x, y) => x - y));
        }
      }
    });

    it('tells when the oldest message of a batch was published', async () => {
      const told: (number | undefined)[] = [];
      under.bus.subscribe('a', TOPIC, async ({ publishedAt }) => void told.push(publishedAt));
      await under.bus.start();
      const from = Date.now();
      await under.publish(TOPIC, [message('x', 1), message('y', 2)]);
      await under.settled();
      expect(told.length).toBeGreaterThan(0);
      for (const publishedAt of told) {
        expect(publishedAt).toBeGreaterThanOrEqual(from);
        expect(publishedAt).toBeLessThanOrEqual(Date.now());
      }
    });

    it('keeps the topics apart', async () => {
      const taken = collect('a', 'case.events');
      await under.bus.start();
      await under.publish(TOPIC, [message('x', 1)]);
      await under.publish('case.events', [message('x', 2)]);
      await under.settled();
      expect(taken).toEqual(['x#2']);
    });

    it('gives a group only the types it wants, before and after a restart', async () => {
      const pick = (types: readonly string[]): string[] => {
        const taken: string[] = [];
        under.bus.subscribe('picky', TOPIC, async (batch) => void taken.push(...names(batch)), types);
        return taken;
      };
      const [picky, all] = [pick(['rare']), collect('all')];
      await under.bus.start();
      await under.publish(TOPIC, [message('x', 1), { ...message('x', 2), type: 'rare' }, message('x', 3)]);
      await under.settled();
      expect([picky, all]).toEqual([['x#2'], ['x#1', 'x#2', 'x#3']]);
      under = await under.restart();
      const again = pick(['rare']);
      await under.bus.start();
      await under.publish(TOPIC, [message('x', 4), { ...message('x', 5), type: 'rare' }]);
      await under.settled();
      expect(again).toEqual(['x#5']);
    });

    it('gives a batch again until its handler resolves, and lets other groups go on meanwhile', async () => {
      let failures = 2;
      const taken: string[] = [];
      under.bus.subscribe('stubborn', TOPIC, async (batch) => {
        if (failures-- > 0) throw new Error('the store is away');
        taken.push(...names(batch));
      });
      const other = collect('other');
      await under.bus.start();
      await under.publish(TOPIC, [message('x', 1)]);
      await until(() => other.length === 1);
      await until(() => taken.length === 1);
      expect([taken, other, failures]).toEqual([['x#1'], ['x#1'], -1]);
    });

    it('goes on after a restart where each group was: nothing lost, nothing again', async () => {
      collect('quick');
      under.bus.subscribe('down', TOPIC, () => Promise.reject(new Error('down')));
      await under.bus.start();
      await under.publish(TOPIC, [message('x', 1), message('y', 1)]);
      await under.settled();
      under = await under.restart();
      const [quick, down] = [collect('quick'), collect('down')];
      await under.bus.start();
      await under.publish(TOPIC, [message('x', 2)]);
      await under.settled();
      expect(quick).toEqual(['x#2']);
      expect(down.sort()).toEqual(['x#1', 'x#2', 'y#1']);
    });

    it('keeps messages for a group that has been there before but is not running', async () => {
      collect('sometimes');
      await under.bus.start();
      await under.publish(TOPIC, [message('x', 1)]);
      await under.settled();
      under = await under.restart();
      collect('other');
      await under.bus.start();
      await under.publish(TOPIC, [message('x', 2)]);
      await under.settled();
      under = await under.restart();
      const taken = collect('sometimes');
      await under.bus.start();
      await under.settled();
      expect(taken).toEqual(['x#2']);
    });

    it('gives a batch again that was worked but not acknowledged when the process died', async () => {
      const worked: string[] = [];
      let finish: () => void = () => undefined;
      const never = new Promise<void>((resolve) => (finish = resolve));
      under.bus.subscribe('mortal', TOPIC, (batch) => {
        worked.push(...names(batch));
        return never;
      });
      await under.bus.start();
      await under.publish(TOPIC, [message('x', 1)]);
      await until(() => worked.length === 1);
      under = await under.crash();
      const again = collect('mortal');
      await under.bus.start();
      await under.publish(TOPIC, [message('x', 2)]);
      await under.settled();
      finish();
      expect([worked, again]).toEqual([['x#1'], ['x#1', 'x#2']]);
    });

    it('keeps the order of each key over several partitions while batches fail in between', async () => {
      const taken: string[] = [];
      let calls = 0;
      let failures = 0;
      under.bus.subscribe('shaky', TOPIC, async (batch) => {
        if (calls++ % 3 === 0 && failures < 8) {
          failures++;
          throw new Error('the store is away');
        }
        taken.push(...names(batch));
      });
      await under.bus.start();
      const messages = Array.from({ length: 120 }, (_, i) => message(`dossier-${i % 12}`, i + 1));
      for (let from = 0; from < 120; from += 24) await under.publish(TOPIC, messages.slice(from, from + 24));
      await until(() => taken.length >= 120);
      expect(failures).toBeGreaterThan(0);
      for (let key = 0; key < 12; key++) {
        const own = (name: string): boolean => name.startsWith(`dossier-${key}#`);
        expect(taken.filter(own)).toEqual(
          messages.map(({ subject, sequence }) => `${subject}#${sequence}`).filter(own),
        );
      }
    });

    it('shows a tail what is published from now on', async () => {
      const seen: string[] = [];
      collect('a');
      under.bus.tail(TOPIC, (m) => seen.push(`${m.subject}#${m.sequence}`));
      await under.bus.start();
      await under.publish(TOPIC, [message('x', 1), message('x', 2)]);
      await until(() => seen.length === 2);
      expect(seen).toEqual(['x#1', 'x#2']);
    });

    it('shows a tail nothing while it is not wanted', async () => {
      const [seen, always]: [string[], string[]] = [[], []];
      let isWanted = false;
      under.bus.tail(
        TOPIC,
        (m) => seen.push(`${m.subject}#${m.sequence}`),
        () => isWanted,
      );
      under.bus.tail(TOPIC, (m) => always.push(`${m.subject}#${m.sequence}`));
      await under.bus.start();
      await under.publish(TOPIC, [message('x', 1)]);
      await until(() => always.length === 1);
      isWanted = true;
      await under.publish(TOPIC, [message('x', 2)]);
      await until(() => seen.length === 1 && always.length === 2);
      expect([seen, always]).toEqual([['x#2'], ['x#1', 'x#2']]);
    });

    it('resolves close only when the batch in hand is done', async () => {
      let finish: () => void = () => undefined;
      let began = false;
      let finished = false;
      under.bus.subscribe('slow', TOPIC, async () => {
        began = true;
        await new Promise<void>((resolve) => (finish = resolve));
        finished = true;
      });
      await under.bus.start();
      await under.publish(TOPIC, [message('x', 1)]);
      await until(() => began);
      const closed = under.bus.close();
      finish();
      await closed;
      expect(finished).toBe(true);
    });
  });
}

function message(subject: string, sequence: number): Message {
  return { stream: `test/${subject}`, sequence, type: 'test', subject, time: 0, data: { sequence } };
}

function names(batch: MessageBatch): string[] {
  return batch.messages.map(({ subject, sequence }) => `${subject}#${sequence}`);
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; !condition(); tries++) {
    if (tries > 2_000) throw new Error('waited 20 s in vain');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
