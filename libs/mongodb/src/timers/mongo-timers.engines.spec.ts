import { type DueTimer } from '@lienthong/store';
import { TestDatabase, type TestProcess } from '../../test-support/test-database';
import { step } from '../../test-support/writes';
import { type TimerShare } from './mongo-timers';

describe('MongoTimers', () => {
  let database: TestDatabase;

  beforeEach(() => {
    database = new TestDatabase();
  });
  afterEach(() => database.drop());

  const due = async (process: TestProcess, now: number, limit = 10_000): Promise<readonly DueTimer[]> => {
    let taken: readonly DueTimer[] = [];
    await process.stores.timers.work(now, limit, async (some) => {
      taken = some;
    });
    return taken;
  };

  const ids = (timers: readonly DueTimer[]): string[] => timers.map(({ id }) => id);

  it('shares the due timers out among replicas by who owns them', async () => {
    const even = (id: string): boolean => Number(id.slice(1)) % 2 === 0;
    const a = await database.process({ share: shareOf(even) });
    const b = await database.process({ share: shareOf((id) => !even(id)) });
    const all = Array.from({ length: 40 }, (_, i) => `x${i + 10}`);
    await a.store.commit({ writes: all.map((id, i) => step(id, 0, { dueAt: 100 + i })) });
    expect(await Promise.all([a.stores.timers.next(), b.stores.timers.next()])).toEqual([100, 101]);
    const [ofA, ofB] = await Promise.all([due(a, 500), due(b, 500)]);
    expect(ids(ofA)).toEqual(all.filter(even));
    expect(ids(ofB)).toEqual(all.filter((id) => !even(id)));
  });

  it("looks past pages of others' timers, also where they are due at one instant", async () => {
    const a = await database.process();
    const others = Array.from({ length: 1_200 }, (_, i) => step(`o${i}`, 0, { dueAt: 7, messages: [] }));
    await a.store.commit({ writes: [...others, step('z-mine', 0, { dueAt: 7 })] });
    const b = await database.process({ share: shareOf((id) => id === 'z-mine') });
    expect(await b.stores.timers.next()).toBe(7);
    expect(ids(await due(b, 7, 2))).toEqual(['z-mine']);
  });

  it('merges several kinds by time, then kind as they were opened, then id', async () => {
    const a = await database.process();
    const other = a.stores.open({ service: 'test', kind: 'other', facets: [] });
    await a.store.commit({ writes: [step('b', 0, { dueAt: 5 }), step('a', 0, { dueAt: 9 })] });
    await other.commit({ writes: [step('c', 0, { dueAt: 5 }), step('d', 0, { dueAt: 1 })] });
    expect((await due(a, 9)).map(({ service, id }) => `${service}/${id}`)).toEqual([
      'other/d',
      'test/b',
      'other/c',
      'test/a',
    ]);
  });

  it('finds what another process has saved once its share has changed, or after a while', async () => {
    let share = 1;
    let now = 0;
    const a = await database.process();
    const b = await database.process({
      share: {
        owns: () => true,
        get changes() {
          return share;
        },
      },
      realNow: () => now,
    });
    expect(await b.stores.timers.next()).toBeUndefined();
    await a.store.commit({ writes: [step('x', 0, { dueAt: 9 })] });
    expect(await b.stores.timers.next()).toBeUndefined();
    share = 2;
    expect(await b.stores.timers.next()).toBe(9);
    await a.store.commit({ writes: [step('y', 0, { dueAt: 8 })] });
    expect(await b.stores.timers.next()).toBe(9);
    now = 10_000;
    expect(await b.stores.timers.next()).toBe(8);
  });
});

function shareOf(owns: (id: string) => boolean): TimerShare {
  return { owns: (_kind, id) => owns(id), changes: undefined };
}
