import { type Message, messageId, type Topic } from '@lienthong/contracts';
import { type Decider, type Engine, type Engines } from '../src';

/** What an adapter brings to be tested: engines over its store, and a hand on the bus. */
export interface EnginesUnderTest {
  readonly engines: Engines;
  /** Gives messages to the engine as a batch of its topic would, and acknowledges them. */
  deliver(
    engine: Pick<Engine<unknown, { type: string }>, 'handle'>,
    messages: readonly Message[],
  ): Promise<void>;
  /** Like {@link deliver}, but the process dies between the save and the acknowledgement: next comes {@link restart}. */
  deliverAndDie(
    engine: Pick<Engine<unknown, { type: string }>, 'handle'>,
    messages: readonly Message[],
  ): Promise<void>;
  /** Everything published so far, repetitions included. */
  published(): readonly Message[];
  fireDue(now: number): Promise<void>;
  setNow(now: number): void;
  restart(): Promise<EnginesUnderTest>;
  /** Engines over the same data and bus, as another replica of the service has them. */
  replica(): Promise<EnginesUnderTest>;
  close(): Promise<void>;
}

interface Tally {
  readonly total: number;
  readonly taken: readonly number[];
  readonly alarmAt?: number;
}

type Input =
  | Message<'add', { readonly n: number }>
  | { readonly type: 'set-alarm'; readonly at: number }
  | { readonly type: 'refuse' };

const broken = { by: new Set<number>(), alarm: false };

/** Adds numbers up, tells each new total, and rings an alarm once. Throws on numbers that are "broken". */
const tally: Decider<Tally, Input> = {
  service: 'tally',
  target: (message) => message.subject,
  decide(state, input, { now }) {
    const { total, taken } = state ?? { total: 0, taken: [] };
    switch (input.type) {
      case 'add': {
        if (broken.by.has(input.data.n)) throw new Error(`cannot add ${input.data.n}`);
        const next = { ...state, total: total + input.data.n, taken: [...taken, input.data.n] };
        return { state: next, messages: [told('told', next.total)] };
      }
      case 'set-alarm':
        return { state: { total, taken, alarmAt: input.at } };
      case 'timer.fired':
        if (broken.alarm) throw new Error('no bell');
        return { state: { total, taken }, messages: [told('rang', now - input.dueAt)] };
      case 'refuse':
        throw new Error('refused');
      default:
        return undefined;
    }
  },
  timers: (state) => (state.alarmAt === undefined ? [] : [{ name: 'alarm', dueAt: state.alarmAt }]),
};

/** The same where the aggregate itself knows which numbers it has taken. */
const knowing: Decider<Tally, Input> = {
  ...tally,
  kind: 'knowing-tally',
  knowsRepetitions: true,
  decide: (state, input, context) =>
    input.type === 'add' && state?.taken.includes(input.data.n)
      ? undefined
      : tally.decide(state, input, context),
};

function told(type: string, n: number): { topic: Topic; type: string; subject: string; data: unknown } {
  return { topic: 'case.events', type, subject: 'x', data: { n } };
}

/** The contract of an engine over an adapter's store: once-only effect, order, parking, timers. */
export function engineContract(adapter: string, open: () => Promise<EnginesUnderTest>): void {
  describe(`Engine on ${adapter}`, () => {
    let under: EnginesUnderTest;
    let engine: Engine<Tally, Input>;

    beforeEach(async () => {
      broken.by.clear();
      broken.alarm = false;
      under = await open();
      engine = under.engines.for(tally);
    });
    afterEach(() => under.close());

    const restart = async (): Promise<void> => {
      under = await under.restart();
      engine = under.engines.for(tally);
    };
    const deliver = (...messages: Message[]): Promise<void> => under.deliver(engine, messages);
    /** The sequences of what was published, as a consumer's inbox lets them through. */
    const sent = (): readonly Message[] => firstOfEach(under.published());
    const taken = async (id = 'x'): Promise<readonly number[] | undefined> => (await engine.read(id))?.taken;

    it('lets every message take effect once, however often it comes', async () => {
      await deliver(add(1), add(2), add(1));
      await deliver(add(2), add(3));
      expect(await taken()).toEqual([1, 2, 3]);
      await restart();
      await deliver(add(3), add(4));
      expect(await taken()).toEqual([1, 2, 3, 4]);
      expect(sent().map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
    });

    it('leaves it to a decider that knows repetitions to tell them, also from what came out of order', async () => {
      const own = under.engines.for(knowing);
      await under.deliver(own, [add(2), add(1), add(2)]);
      await under.deliver(own, [add(1), add(3)]);
      expect((await own.read('x'))?.taken).toEqual([2, 1, 3]);
    });

    it('takes a batch once and publishes all of it when it comes again after a crash between save and acknowledgement', async () => {
      await deliver(add(1));
      await under.deliverAndDie(engine, [add(2), add(3), { ...add(9), subject: 'y' }]);
      await restart();
      await deliver(add(2), add(3), { ...add(9), subject: 'y' }, add(4));
      expect([await taken('x'), await taken('y')]).toEqual([[1, 2, 3, 4], [9]]);
      expect(
        sent()
          .filter(({ stream }) => stream === 'tally/x')
          .map(({ data }) => data),
      ).toEqual([1, 3, 6, 10].map((n) => ({ n })));
      expect(sent().filter(({ stream }) => stream === 'tally/y')).toHaveLength(1);
    });

    it('lets every message take effect once when two replicas are given the same batches', async () => {
      const other = await under.replica();
      const twin = other.engines.for(tally);
      const numbers = Array.from({ length: 40 }, (_, i) => i + 1);
      for (let from = 0; from < numbers.length; from += 4) {
        const batch = numbers.slice(from, from + 4).map((n) => add(n));
        await Promise.all([deliver(...batch), other.deliver(twin, batch)]);
      }
      expect(await taken()).toEqual(numbers);
      expect(sent().map(({ sequence }) => sequence)).toEqual(numbers);
      await other.close();
    });

    it('fires a due timer once when two replicas look at the same time', async () => {
      const other = await under.replica();
      other.engines.for(tally);
      const ids = Array.from({ length: 30 }, (_, i) => `x${i}`);
      await Promise.all(ids.map((id) => engine.execute(id, { type: 'set-alarm', at: 100 })));
      under.setNow(107);
      other.setNow(107);
      await Promise.all([under.fireDue(107), other.fireDue(107)]);
      expect(sent().map(({ stream, sequence, data }) => [stream, sequence, data])).toEqual(
        expect.arrayContaining(ids.map((id) => [`tally/${id}`, 1, { n: 7 }])),
      );
      expect(sent()).toHaveLength(30);
      await other.close();
    });

    it('takes streams apart: what came from one does not hide what comes from another', async () => {
      await deliver(add(5, 'residency'), add(1, 'civil-registry'), add(5, 'residency'));
      expect(await taken()).toEqual([5, 1]);
    });

    it('gives messages ids that follow from the aggregate, so that a replay gives the same', async () => {
      await deliver(add(1), add(2));
      expect(under.published().map(({ stream, sequence }) => `${stream}/${sequence}`)).toEqual([
        'tally/x/1',
        'tally/x/2',
      ]);
    });

    it('keeps the trace context from message to message', async () => {
      await deliver({ ...add(1), traceparent: '00-a-b-01' });
      expect(under.published()[0]?.traceparent).toBe('00-a-b-01');
    });

    it('parks only the aggregate whose decider throws, and what follows waits in order', async () => {
      broken.by.add(2);
      await deliver(add(1), add(2), add(3), { ...add(7), subject: 'y' });
      await deliver(add(4), add(4));
      expect([await taken('x'), await taken('y')]).toEqual([[1], [7]]);
      const [incident] = await engine.incidents(9);
      expect(incident).toMatchObject({ id: 'x', attempts: 1, error: 'cannot add 2' });
      expect(await engine.incident('x')).toEqual(incident);
      expect(await engine.incident('y')).toBeUndefined();
      expect(incident?.waiting).toEqual(
        [2, 3, 4].map((n) => ({ id: `test/x/${n}`, type: 'add', subject: 'x', at: 0 })),
      );
    });

    it('keeps an incident over a restart, and a retry runs all that waited', async () => {
      broken.by.add(2);
      await deliver(add(1), add(2), add(3));
      await restart();
      expect(await engine.retry('x')).toMatchObject({
        attempts: 2,
        waiting: [{ id: 'test/x/2' }, { id: 'test/x/3' }],
      });
      broken.by.clear();
      expect(await engine.retry('x')).toBeUndefined();
      expect(await taken()).toEqual([1, 2, 3]);
      expect(await engine.incidents(9)).toEqual([]);
      await deliver(add(2), add(3), add(4));
      expect(await taken()).toEqual([1, 2, 3, 4]);
    });

    it('discards the failed message and runs what waited behind it', async () => {
      broken.by.add(2);
      await deliver(add(1), add(2), add(3));
      expect(await engine.discard('x')).toBeUndefined();
      expect(await taken()).toEqual([1, 3]);
    });

    it('discards a message that is named only while it is the one that failed', async () => {
      broken.by.add(2).add(3);
      await deliver(add(1), add(2), add(3), add(4));
      expect(await engine.discard('x', 'test/x/2')).toMatchObject({ error: 'cannot add 3' });
      expect(await engine.discard('x', 'test/x/2')).toMatchObject({ error: 'cannot add 3', attempts: 2 });
      expect(await engine.discard('x', 'test/x/3')).toBeUndefined();
      expect(await taken()).toEqual([1, 4]);
    });

    it('fires a timer once, late fires knowing both times, and keeps it over a restart', async () => {
      await engine.execute('x', { type: 'set-alarm', at: 100 });
      await under.fireDue(99);
      expect(under.published()).toEqual([]);
      await restart();
      under.setNow(107);
      await under.fireDue(107);
      await under.fireDue(107);
      expect(under.published().map(({ type, data }) => [type, data])).toEqual([['rang', { n: 7 }]]);
    });

    it("holds an aggregate's timers back while it is parked", async () => {
      await engine.execute('x', { type: 'set-alarm', at: 100 });
      broken.by.add(2);
      await deliver(add(2));
      under.setNow(200);
      await under.fireDue(200);
      expect(under.published()).toEqual([]);
      await engine.discard('x');
      await under.fireDue(200);
      expect(under.published().map(({ type }) => type)).toEqual(['rang']);
    });

    it('names the timer that failed, and rings once it is retried', async () => {
      await engine.execute('x', { type: 'set-alarm', at: 100 });
      under.setNow(200);
      broken.alarm = true;
      await under.fireDue(200);
      expect(await engine.incident('x')).toMatchObject({ timer: 'alarm', error: 'no bell', waiting: [] });
      broken.alarm = false;
      expect(await engine.retry('x')).toBeUndefined();
      await under.fireDue(200);
      expect(under.published().map(({ type }) => type)).toEqual(['rang']);
    });

    it('gives a direct call its error and changes nothing', async () => {
      await deliver(add(1));
      await expect(engine.execute('x', { type: 'refuse' })).rejects.toThrow('refused');
      expect(await taken()).toEqual([1]);
      expect(await engine.incidents(9)).toEqual([]);
    });

    it('loses no update when calls and batches meet at one aggregate', async () => {
      const calls = Array.from({ length: 50 }, (_, i) =>
        engine.execute('x', { type: 'set-alarm', at: 1_000 + i }),
      );
      await Promise.all([
        ...calls,
        ...Array.from({ length: 50 }, (_, i) => deliver(add(i + 1, `stream-${i}`))),
      ]);
      expect((await taken())?.length).toBe(50);
      expect((await engine.read('x'))?.alarmAt).toBeDefined();
    });
  });
}

function add(n: number, stream = 'test'): Message<'add', { n: number }> {
  return { stream: `${stream}/x`, sequence: n, type: 'add', subject: 'x', time: 0, data: { n } };
}

/** Drops repetitions: the bus delivers at least once. */
function firstOfEach(messages: readonly Message[]): readonly Message[] {
  return [...new Map([...messages].reverse().map((one) => [messageId(one), one])).values()].reverse();
}
