import { type AggregateKind } from '@lienthong/store';
import { TestDatabase } from '../test-support/test-database';
import { ACK, step } from '../test-support/writes';
import { AggregateTooLarge } from './store/aggregate-saver';

describe('MongoStores', () => {
  let database: TestDatabase;

  beforeEach(() => {
    database = new TestDatabase();
  });
  afterEach(() => database.drop());

  it('builds each missing index once, also when several processes begin together', async () => {
    const kind: AggregateKind = {
      service: 'test',
      kind: 'with-facets',
      facets: [
        { name: 'status', indexed: true },
        { name: 'province', indexed: false },
      ],
    };
    const [a, b] = await Promise.all([database.process(), database.process()]);
    a.stores.open(kind);
    b.stores.open(kind);
    const built = await Promise.all([a.stores.ensureIndexes(), b.stores.ensureIndexes()]);
    expect(new Set(built.flat())).toEqual(
      new Set([
        'test.dueAt_1__id_1',
        'test.unpublishedSince_1',
        'test.parked.since_1',
        'with_facets.dueAt_1__id_1',
        'with_facets.unpublishedSince_1',
        'with_facets.parked.since_1',
        'with_facets.facets.status_1__id_1',
      ]),
    );
    expect(await a.stores.ensureIndexes()).toEqual([]);
  });

  it('refuses a kind whose collection would be one of its own', async () => {
    const { stores } = await database.process();
    expect(() => stores.open({ service: 'test', kind: 'claims', facets: [] })).toThrow(
      'no kind of aggregate may be named claims',
    );
  });

  it('gathers single calls: each gets its own conflicts', async () => {
    const { store } = await database.process();
    await store.commit({ writes: [step('x3', 0)], ack: ACK });
    const results = await Promise.all(
      Array.from({ length: 8 }, (_, i) => store.commit({ writes: [step(`x${i}`, 0)], ack: ACK })),
    );
    expect(results).toEqual([[], [], [], ['x3'], [], [], [], []]);
    const twice = await Promise.all([1, 2].map(() => store.commit({ writes: [step('x1', 1)], ack: ACK })));
    expect(twice.flat()).toEqual(['x1']);
  });

  it.each([
    ['a little', 16 * 1024 * 1024],
    ['much', 17 * 1024 * 1024],
  ])(
    'tells what became %s too large for a document, and saves what was gathered with it',
    async (_, bytes) => {
      const { store } = await database.process();
      const huge = step('huge', 0, {
        envelope: { version: 1, state: 'x'.repeat(bytes), sent: 1, seen: [] },
      });
      const [refused, saved] = await Promise.allSettled([
        store.commit({ writes: [huge], ack: ACK }),
        store.commit({ writes: [step('small', 0)], ack: ACK }),
      ]);
      expect(refused?.status === 'rejected' ? refused.reason : undefined).toBeInstanceOf(AggregateTooLarge);
      expect(saved).toEqual({ status: 'fulfilled', value: [] });
      expect(database.published.map(({ message }) => message.subject)).toEqual(['small']);
    },
  );

  it('draws numbers once across replicas over a change of period, also for a clock that is behind', async () => {
    const [a, b] = await Promise.all([database.process(), database.process()]);
    const draw = async (process: typeof a, period: string): Promise<string> => {
      const numbers = [{ name: 'n', period }];
      const [one] = await process.store.reserve([{ owner: 'x', claims: [], lookups: [], numbers }]);
      return `${period}-${one?.number('n')}`;
    };
    const periods = Array.from({ length: 100 }, (_, i) => (i % 3 === 0 ? '2027' : '2026'));
    const drawn = await Promise.all(periods.map((period, i) => draw(i < 50 ? a : b, period)));
    const expected = ['2026', '2027'].flatMap((period) =>
      periods.filter((one) => one === period).map((_, i) => `${period}-${i + 1}`),
    );
    expect([...drawn].sort()).toEqual([...expected].sort());
  });
});
