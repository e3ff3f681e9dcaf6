import fc from 'fast-check';
import { mongo } from 'mongoose';
import { messageOf } from '../../test-support/recording-publisher';
import { TestDatabase, type TestProcess } from '../../test-support/test-database';
import { ACK, moveOn, step } from '../../test-support/writes';
import { type AggregateDocument } from '../documents/aggregate.document';

describe('the outbox on MongoDB', () => {
  let database: TestDatabase;
  let a: TestProcess;
  let b: TestProcess;

  beforeEach(async () => {
    database = new TestDatabase();
    [a, b] = await Promise.all([database.process(), database.process()]);
  });
  afterEach(() => database.drop());

  const sequences = (id = 'x'): number[] =>
    database.published.filter(({ message }) => message.subject === id).map(({ message }) => message.sequence);

  it('has published an acknowledged step once it resolves, in one call for the batch', async () => {
    await a.store.commit({ writes: [step('x', 0), step('y', 0)], ack: ACK });
    expect([sequences('x'), sequences('y'), a.publisher.calls]).toEqual([[1], [1], 1]);
  });

  it('sends nothing of a step whose version was not the expected one', async () => {
    await a.store.commit({ writes: [step('x', 0)], ack: ACK });
    expect(await b.store.commit({ writes: [step('x', 0), step('y', 0)], ack: ACK })).toEqual(['x']);
    expect([sequences('x'), sequences('y')]).toEqual([[1], [1]]);
  });

  it('rejects an acknowledged step that it cannot publish, and publishes it when its batch comes again', async () => {
    a.publisher.away = true;
    await expect(a.store.commit({ writes: [step('x', 0)], ack: ACK })).rejects.toThrow('the bus is away');
    a.publisher.away = false;
    const [envelope] = await a.store.load(['x']);
    expect([envelope?.version, sequences()]).toEqual([1, [1]]);
    await a.store.load(['x']);
    expect(sequences()).toEqual([1]);
  });

  it('answers a step that nobody gives again once it is saved, while the bus takes its time', async () => {
    const gate = promise();
    a.publisher.before = () => gate.done;
    expect(await a.store.commit({ writes: [step('x', 0)] })).toEqual([]);
    expect([sequences(), (await a.store.read('x'))?.version]).toEqual([[], 1]);
    gate.resolve();
    await a.stores.settled();
    expect(sequences()).toEqual([1]);
  });

  it('begins no work before what is being published is out, and publishes it once', async () => {
    const gate = promise();
    a.publisher.before = () => gate.done;
    await a.store.commit({ writes: [step('x', 0)] });
    const loaded = a.store.load(['x']).then(() => sequences());
    await a.store.read('x');
    expect(sequences()).toEqual([]);
    gate.resolve();
    expect(await loaded).toEqual([1]);
    expect(a.publisher.calls).toBe(1);
  });

  it.each([
    ['with an acknowledgement', true],
    ['without one', false],
  ])('publishes what a dead process saved %s before it works on it', async (_, acknowledged) => {
    a.publisher.away = true;
    await moveOn(a.store, 'x', acknowledged).catch(() => undefined);
    await a.stores.settled();
    expect(sequences()).toEqual([]);
    expect(a.errors).toHaveLength(acknowledged ? 0 : 1);
    await b.store.read('x');
    await b.store.parked(9);
    await b.store.query({ limit: 9 });
    expect(sequences()).toEqual([]);
    await moveOn(b.store, 'x', true);
    expect(sequences()).toEqual([1, 2]);
  });

  it('is not misled by a write without an answer that lands late', async () => {
    let land = async (): Promise<void> => undefined;
    jest.spyOn(mongo.Collection.prototype, 'bulkWrite').mockImplementationOnce(function (
      this: mongo.Collection,
      ...given
    ) {
      land = async () => void (await this.bulkWrite(...given));
      return Promise.reject(new mongo.MongoNetworkError('connection lost'));
    });
    await expect(a.store.commit({ writes: [step('x', 0)], ack: ACK })).rejects.toThrow(
      'the store cannot be reached',
    );
    expect(await a.store.load(['x'])).toEqual([undefined]);
    await land();
    const again = step('x', 0, { messages: [messageOf('x', 1), messageOf('x', 2)] });
    expect(await a.store.commit({ writes: [again], ack: ACK })).toEqual(['x']);
    expect(sequences()).toEqual([]);
    await a.store.load(['x']);
    expect(sequences()).toEqual([1]);
  });

  it('does not take what another process has published for its own step of the same number', async () => {
    const later = (): number => Date.now() + 60_000;
    await b.store.commit({ writes: [step('x', 0)] });
    await b.stores.settled();
    await b.stores.sweeper.sweep(later());
    const [begun, held] = [promise(), promise()];
    jest.spyOn(mongo.Collection.prototype, 'bulkWrite').mockImplementationOnce(async function (
      this: mongo.Collection,
      ...given
    ) {
      begun.resolve();
      await held.done;
      return this.bulkWrite(...given);
    });
    a.publisher.away = true;
    const committed = a.store.commit({ writes: [step('x', 1)] });
    await begun.done;
    await a.stores.sweeper.sweep(later());
    held.resolve();
    await committed;
    await a.stores.settled();
    a.publisher.away = false;
    await a.stores.sweeper.sweep(later());
    expect(sequences()).toEqual([1, 2]);
  });

  it('gives up the claims that a dead process did not come to give up', async () => {
    const claim = async (owner: string): Promise<string | undefined> =>
      (await b.store.reserve([{ owner, claims: ['k'], lookups: [], numbers: [] }]))[0]?.owner('k');
    expect(await claim('x')).toBe('x');
    const documents = a.connection.collection<AggregateDocument>(a.connection.database('test'), 'test');
    await documents.insertOne({ ...savedByTheDead('x'), releases: ['k'] });
    expect(await claim('y')).toBe('x');
    await b.store.load(['x']);
    expect(await claim('y')).toBe('y');
  });

  it('never sends a step before its predecessors, whatever fails in between', async () => {
    const event = fc.record({
      process: fc.constantFrom(0, 1),
      id: fc.constantFrom('p', 'q'),
      acknowledged: fc.boolean(),
      away: fc.boolean(),
      sweep: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(event, { minLength: 1, maxLength: 4 }), { maxLength: 8 }),
        async (turns) => {
          const round = new TestDatabase();
          const processes = await Promise.all([round.process(), round.process()]);
          for (const turn of turns) {
            await Promise.all(
              turn.map(async ({ process, id, acknowledged, away, sweep }) => {
                const one = processes[process] ?? a;
                one.publisher.away = away;
                await moveOn(one.store, id, acknowledged).catch(() => undefined);
                if (sweep) await one.stores.sweeper.sweep(Date.now() + 60_000).catch(() => undefined);
              }),
            );
          }
          const survivor = await round.process();
          for (const id of ['p', 'q']) {
            const [envelope] = await survivor.store.load([id]);
            const sent = round.published.filter(({ message }) => message.subject === id);
            const firsts = [...new Set(sent.map(({ message }) => message.sequence))];
            expect(firsts).toEqual(Array.from({ length: envelope?.sent ?? 0 }, (_, i) => i + 1));
          }
          await round.drop();
        },
      ),
      { numRuns: 60 },
    );
  }, 120_000);
});

function savedByTheDead(id: string): AggregateDocument {
  return { _id: id, version: 1, sent: 0, seen: [], facets: {}, outbox: [], writer: 'dead', attempt: 1 };
}

function promise(): { done: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const done = new Promise<void>((go) => (resolve = go));
  return { done, resolve };
}
