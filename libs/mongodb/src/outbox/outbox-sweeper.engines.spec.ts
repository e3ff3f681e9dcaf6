import { TestDatabase, type TestProcess } from '../../test-support/test-database';
import { ACK, moveOn, step } from '../../test-support/writes';
import { type AggregateDocument } from '../documents/aggregate.document';

describe('OutboxSweeper', () => {
  const SAVED = 1_000_000;
  let database: TestDatabase;
  let a: TestProcess;
  let b: TestProcess;

  beforeEach(async () => {
    database = new TestDatabase();
    const options = { realNow: () => SAVED };
    [a, b] = await Promise.all([database.process(options), database.process(options)]);
  });
  afterEach(() => database.drop());

  const stored = (id: string): Promise<AggregateDocument | null> =>
    a.connection.collection<AggregateDocument>(a.connection.database('test'), 'test').findOne({ _id: id });

  const leaveUnpublished = async (id: string): Promise<void> => {
    a.publisher.away = true;
    await moveOn(a.store, id, false);
    await a.stores.settled();
    a.publisher.away = false;
  };

  it('takes the marks away from what this process has published, after a while', async () => {
    await moveOn(a.store, 'x', false);
    await a.stores.settled();
    await a.stores.sweeper.sweep(SAVED + 4_999);
    expect(await stored('x')).toMatchObject({ unpublishedSince: SAVED, outbox: [{}] });
    await a.stores.sweeper.sweep(SAVED + 5_000);
    expect((await stored('x'))?.outbox).toEqual([]);
    expect(await stored('x')).not.toHaveProperty('unpublishedSince');
    expect(database.published).toHaveLength(1);
  });

  it('publishes what this process could not, and then takes the mark away', async () => {
    await leaveUnpublished('x');
    expect(a.stores.sweeper.oldestUnpublishedMs(SAVED + 7_000)).toBe(7_000);
    await a.stores.sweeper.sweep(SAVED + 7_000);
    expect(database.published.map(({ message }) => message.sequence)).toEqual([1]);
    expect(await stored('x')).not.toHaveProperty('unpublishedSince');
    expect(a.stores.sweeper.oldestUnpublishedMs(SAVED + 7_000)).toBe(0);
  });

  it('leaves what another process saved to that process for 30 s, and then takes it over', async () => {
    await leaveUnpublished('x');
    await b.stores.sweeper.sweep(SAVED + 29_999);
    expect(database.published).toEqual([]);
    await b.stores.sweeper.sweep(SAVED + 44_998);
    expect(database.published).toEqual([]);
    await b.stores.sweeper.sweep(SAVED + 44_999);
    expect(database.published.map(({ message }) => message.sequence)).toEqual([1]);
    expect(await stored('x')).not.toHaveProperty('unpublishedSince');
  });

  it('leaves a document alone that was saved again meanwhile', async () => {
    await moveOn(a.store, 'x', false);
    await a.stores.settled();
    await moveOn(b.store, 'x', false);
    await b.stores.settled();
    await a.stores.sweeper.sweep(SAVED + 5_000);
    expect(await stored('x')).toMatchObject({ version: 2, unpublishedSince: SAVED });
  });

  it('keeps the mark while the bus is away', async () => {
    await leaveUnpublished('x');
    b.publisher.away = true;
    await expect(b.stores.sweeper.sweep(SAVED + 30_000)).rejects.toThrow('the bus is away');
    expect(await stored('x')).toMatchObject({ unpublishedSince: SAVED, outbox: [{}] });
  });

  it('leaves alone what a redelivery will publish', async () => {
    a.publisher.away = true;
    await expect(a.store.commit({ writes: [step('x', 0)], ack: ACK })).rejects.toThrow('the bus is away');
    await b.stores.sweeper.sweep(SAVED + 60_000);
    expect(database.published).toEqual([]);
    await b.store.load(['x']);
    expect(database.published).toHaveLength(1);
  });

  it('works through more than a page', async () => {
    const ids = Array.from({ length: 450 }, (_, i) => `x${i}`);
    a.publisher.away = true;
    await a.store.commit({ writes: ids.map((id) => step(id, 0)) });
    await a.stores.settled();
    await b.stores.sweeper.sweep(SAVED + 30_000);
    expect(new Set(database.published.map(({ message }) => message.subject)).size).toBe(450);
    const left = await b.connection
      .collection<AggregateDocument>(b.connection.database('test'), 'test')
      .countDocuments({ unpublishedSince: { $exists: true } });
    expect(left).toBe(0);
  });
});
