import { type Message } from '@lienthong/contracts';
import {
  type AggregateStore,
  type Envelope,
  type AggregateKind,
  type DueTimer,
  type Reservation,
  type TimerQueue,
  type Write,
} from '../src';

/** What an adapter brings to be tested: a store that can be closed and opened again over the same data. */
export interface StoreUnderTest {
  readonly store: AggregateStore;
  readonly timers: TimerQueue;
  /** Closes it as a restart would, and opens what is on disk. */
  restart(): Promise<StoreUnderTest>;
  /** A second store over the same data, as another replica of the service has one. */
  replica(): Promise<Pick<StoreUnderTest, 'store' | 'close'>>;
  close(): Promise<void>;
}

export const CONTRACT_KIND: AggregateKind = {
  service: 'test',
  kind: 'test',
  facets: [
    { name: 'status', indexed: true },
    { name: 'filedAt', indexed: false },
  ],
  tallied: [['status', 'filedAt']],
};

/** The contract of `AggregateStore` and `TimerQueue`: every adapter must pass it. */
export function aggregateStoreContract(adapter: string, open: () => Promise<StoreUnderTest>): void {
  describe(`AggregateStore on ${adapter}`, () => {
    let under: StoreUnderTest;

    beforeEach(async () => {
      under = await open();
    });
    afterEach(() => under.close());

    const restart = async (): Promise<void> => {
      under = await under.restart();
    };

    it('gives back what was saved, also after a restart', async () => {
      const message = {
        stream: 's/x',
        sequence: 1,
        type: 't',
        subject: 'x',
        time: 7,
        data: { a: [1, 'á'] },
      } satisfies Message;
      const envelope: Envelope = {
        version: 1,
        state: { text: 'Nguyễn Văn Ân', list: [1, { deep: true }], at: 1_795_000_000_123 },
        sent: 3,
        seen: ['gateway', 4, 'residency/other', 1],
        parked: { since: 5, attempts: 1, error: 'no', messages: [message] },
      };
      expect(await under.store.commit({ writes: [write('x', 0, { envelope })] })).toEqual([]);
      expect(await under.store.load(['x', 'y'])).toEqual([envelope, undefined]);
      await under.store.durable();
      await restart();
      expect(await under.store.load(['y', 'x'])).toEqual([undefined, envelope]);
    });

    it('refuses a save whose version is not the expected one, and only that one', async () => {
      await under.store.commit({ writes: [write('x', 0, { state: 'first' })] });
      const conflicts = await under.store.commit({
        writes: [write('x', 0, { state: 'lost' }), write('y', 0)],
      });
      expect(conflicts).toEqual(['x']);
      const [x, y] = await under.store.load(['x', 'y']);
      expect([x?.state, y?.version]).toEqual(['first', 1]);
      expect(await under.store.commit({ writes: [write('x', 1, { state: 'second' })] })).toEqual([]);
      await restart();
      expect((await under.store.load(['x']))[0]).toMatchObject({ version: 2, state: 'second' });
    });

    it('gives a claim to the first owner for good, and frees it when that owner releases it', async () => {
      const claim = async (owner: string, key = 'notice:1'): Promise<string | undefined> =>
        (await under.store.reserve([{ owner, claims: [key], lookups: [], numbers: [] }]))[0]?.owner(key);
      expect([await claim('a'), await claim('b'), await claim('a')]).toEqual(['a', 'a', 'a']);
      await under.store.commit({ writes: [write('b', 0, { releases: ['notice:1'] })] });
      expect(await claim('b')).toBe('a');
      await restart();
      expect(await claim('b')).toBe('a');
      await under.store.commit({ writes: [write('a', 0, { releases: ['notice:1'] })] });
      expect(await claim('b')).toBe('b');
      await restart();
      expect(await claim('c')).toBe('b');
    });

    it('takes the claims of a step with it, but none that another holds', async () => {
      const look = async (key: string): Promise<string | undefined> =>
        (await under.store.reserve([{ owner: 'x', claims: [], lookups: [key], numbers: [] }]))[0]?.owner(key);
      await under.store.commit({ writes: [write('a', 0, { claims: ['id:1', 'id:2'] })] });
      await under.store.commit({ writes: [write('b', 0, { claims: ['id:2', 'id:3'] })] });
      expect([await look('id:1'), await look('id:2'), await look('id:3')]).toEqual(['a', 'a', 'b']);
      await restart();
      expect([await look('id:1'), await look('id:2'), await look('id:3')]).toEqual(['a', 'a', 'b']);
    });

    it('looks a claim up without taking it', async () => {
      const look = async (): Promise<string | undefined> =>
        (await under.store.reserve([{ owner: 'x', claims: [], lookups: ['k'], numbers: [] }]))[0]?.owner('k');
      expect(await look()).toBeUndefined();
      await under.store.reserve([{ owner: 'z', claims: ['k'], lookups: [], numbers: [] }]);
      expect(await look()).toBe('z');
    });

    it('counts numbers from 1 within a period, and goes on after a restart', async () => {
      const draw = async (period: string): Promise<number | undefined> =>
        (
          await under.store.reserve([
            { owner: 'x', claims: [], lookups: [], numbers: [{ name: 'n', period }] },
          ])
        )[0]?.number('n');
      expect([await draw('d1'), await draw('d1'), await draw('d2')]).toEqual([1, 2, 1]);
      await under.store.durable();
      await restart();
      expect(await draw('d2')).toBe(2);
    });

    it('refuses a number that was not asked for', async () => {
      const [reserved] = await under.store.reserve([{ owner: 'x', claims: [], lookups: [], numbers: [] }]);
      expect(() => reserved?.number('n')).toThrow('was not asked for');
    });

    it('finds aggregates by facet, range, id and limit, fresh and stored alike', async () => {
      const at = (id: string, status: string | undefined, filedAt: number): Write =>
        write(id, 0, { facets: [status, filedAt] });
      await under.store.commit({ writes: [at('a', 'open', 1), at('b', 'open', 2), at('c', 'done', 3)] });
      await restart();
      await under.store.commit({
        writes: [at('d', 'open', 4), { ...at('a', 'done', 1), expectedVersion: 1 }],
      });
      const ids = async (query: Parameters<AggregateStore['query']>[0]): Promise<string[]> =>
        (await under.store.query(query)).map(({ id }) => id);
      expect(await ids({ where: { status: 'open' }, limit: 9 })).toEqual(['b', 'd']);
      expect(await ids({ where: { status: 'done' }, limit: 9 })).toEqual(['a', 'c']);
      expect(await ids({ ranges: [{ facet: 'filedAt', from: 2, to: 4 }], limit: 9 })).toEqual(['b', 'c']);
      expect(await ids({ afterId: 'a', limit: 2 })).toEqual(['b', 'c']);
      await expect(under.store.query({ where: { nonsense: 1 }, limit: 1 })).rejects.toThrow(
        'no facet nonsense',
      );
    });

    it('selects by several values, ranges, absence and ids together', async () => {
      await under.store.commit({
        writes: [
          write('g-1', 0, { facets: ['open', 1] }),
          write('g-2', 0, { facets: ['open', 2] }),
          write('g-3', 0, { facets: ['done', 3] }),
          write('h-1', 0, { facets: ['lost', undefined] }),
        ],
      });
      const ids = async (query: Omit<Parameters<AggregateStore['query']>[0], 'limit'>): Promise<string[]> =>
        (await under.store.query({ ...query, limit: 9 })).map(({ id }) => id);
      expect(await ids({ where: { status: ['done', 'lost'] } })).toEqual(['g-3', 'h-1']);
      expect(await ids({ where: { status: [] } })).toEqual([]);
      expect(
        await ids({ where: { status: ['open', 'done'] }, ranges: [{ facet: 'filedAt', from: 2 }] }),
      ).toEqual(['g-2', 'g-3']);
      expect(
        await ids({
          ranges: [
            { facet: 'filedAt', to: 3 },
            { facet: 'status', from: 'm', to: 'p' },
          ],
        }),
      ).toEqual(['g-1', 'g-2']);
      expect(await ids({ ranges: [{ facet: 'filedAt' }] })).toEqual(['g-1', 'g-2', 'g-3']);
      expect(await ids({ ranges: [{ facet: 'filedAt', from: 3, orAbsent: true }] })).toEqual(['g-3', 'h-1']);
      expect(await ids({ idPrefix: 'g-' })).toEqual(['g-1', 'g-2', 'g-3']);
      expect(await ids({ ids: ['h-1', 'g-1', 'x'] })).toEqual(['g-1', 'h-1']);
      expect(await ids({ exceptIds: ['g-2', 'x'], where: { status: 'open' } })).toEqual(['g-1']);
    });

    it('pages through an order, up and down, ties by id', async () => {
      const filed = [3, 1, 2, 2, 2, undefined];
      await under.store.commit({
        writes: filed.map((filedAt, i) =>
          write(`n${i}`, 0, { facets: ['open', filedAt], state: { filedAt } }),
        ),
      });
      const walk = async (descending: boolean): Promise<string[]> => {
        const seen: string[] = [];
        let after: { readonly value: number; readonly id: string } | undefined;
        for (;;) {
          const order = { facet: 'filedAt', descending };
          const page = await under.store.query({ order, ...(after ? { after } : {}), limit: 2 });
          const last = page.at(-1);
          if (!last) return seen;
          seen.push(...page.map(({ id }) => id));
          after = { value: (last.envelope.state as { filedAt: number }).filedAt, id: last.id };
        }
      };
      expect(await walk(false)).toEqual(['n1', 'n2', 'n3', 'n4', 'n0']);
      expect(await walk(true)).toEqual(['n0', 'n4', 'n3', 'n2', 'n1']);
    });

    it('tallies what is durable by the values of facets', async () => {
      const rows = [
        ['open', 1],
        ['open', 1],
        ['open', 2],
        ['done', undefined],
        [undefined, 2],
      ] as const;
      await under.store.commit({ writes: rows.map((facets, i) => write(`${i}`, 0, { facets })) });
      await under.store.durable();
      const tally = async (...asked: Parameters<AggregateStore['tally']>): Promise<unknown[]> =>
        (await under.store.tally(...asked)).map(({ values, count }) => [...values, count]).sort(asJson);
      expect(await tally({}, ['status'])).toEqual([
        ['done', 1],
        ['open', 3],
        [undefined, 1],
      ]);
      expect(await tally({ where: { status: 'open' } }, ['status', 'filedAt'])).toEqual([
        ['open', 1, 2],
        ['open', 2, 1],
      ]);
      expect(await tally({ ranges: [{ facet: 'filedAt', from: 2 }] }, [])).toEqual([[2]]);
      expect(await tally({ where: { status: 'lost' } }, ['status'])).toEqual([]);
      await expect(Promise.resolve().then(() => under.store.tally({}, ['nonsense']))).rejects.toThrow(
        'no facet nonsense',
      );
    });

    it('counts what is durable, by facet', async () => {
      const writes = (['open', 'open', 'done'] as const).map((status, i) =>
        write(`${i}`, 0, { facets: [status, i] }),
      );
      await under.store.commit({ writes });
      await under.store.durable();
      expect(await under.store.count({ status: 'open' })).toBe(2);
      expect(await under.store.count({ status: 'open', filedAt: 1 })).toBe(1);
      expect(await under.store.count({ status: 'lost' })).toBe(0);
      await expect(Promise.resolve().then(() => under.store.count({ nonsense: 1 }))).rejects.toThrow(
        'no facet nonsense',
      );
    });

    it('lists open incidents', async () => {
      const parked = { since: 1, attempts: 1, error: 'boom', messages: [] };
      const incident = (id: string): Write =>
        write(id, 0, { envelope: { version: 1, state: 1, sent: 0, seen: [], parked } });
      await under.store.commit({ writes: [incident('b'), write('c', 0), incident('a')] });
      const ids = async (after?: string): Promise<string[]> =>
        (await under.store.parked(9, after)).map(({ id }) => id);
      expect(await ids()).toEqual(['a', 'b']);
      await restart();
      expect(await ids('a')).toEqual(['b']);
    });

    it('lets one of two stores win a version', async () => {
      const other = await under.replica();
      await under.store.commit({ writes: [write('x', 0), write('y', 0)] });
      const attempts = await Promise.all(
        [under.store, other.store].map((store, i) =>
          store.commit({ writes: ['x', 'y'].map((id) => write(id, 1, { state: `store ${i}` })) }),
        ),
      );
      const winners = attempts.map((conflicts) => ['x', 'y'].filter((id) => !conflicts.includes(id)));
      expect(winners.flat().sort()).toEqual(['x', 'y']);
      const stored = await other.store.load(['x', 'y']);
      ['x', 'y'].forEach((id, i) => {
        const winner = winners.findIndex((ids) => ids.includes(id));
        expect(stored[i]).toMatchObject({ version: 2, state: `store ${winner}` });
      });
      await other.close();
    });

    it('may recall what another store has overtaken, and then refuses what rests on it', async () => {
      const other = await under.replica();
      await under.store.commit({ writes: [write('x', 0, { state: 'ours' })] });
      expect(await under.store.recall(['x', 'y'])).toMatchObject([{ version: 1, state: 'ours' }, undefined]);
      await other.store.commit({ writes: [write('x', 1, { state: 'theirs' })] });
      const [recalled] = await under.store.recall(['x']);
      const conflicts = await under.store.commit({
        writes: [write('x', recalled?.version ?? 0, { state: 'later' })],
      });
      expect(conflicts).toEqual(recalled?.version === 1 ? ['x'] : []);
      expect(await under.store.recall(['x'])).toEqual(await under.store.load(['x']));
      await other.close();
    });

    it('gives a claim and a number once, whichever of two stores asks', async () => {
      const other = await under.replica();
      const ask = (i: number): Reservation => ({
        owner: `owner-${i}`,
        claims: [`key-${i % 50}`],
        lookups: [],
        numbers: [{ name: 'n', period: 'p' }],
      });
      const asked = Array.from({ length: 100 }, (_, i) => ask(i));
      const reserved = await Promise.all(
        asked.map(async (one, i) => (await [under, other][Math.floor(i / 50)]?.store.reserve([one]))?.[0]),
      );
      const numbers = reserved.map((one) => one?.number('n') ?? 0).sort((a, b) => a - b);
      expect(numbers).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
      for (let i = 0; i < 50; i++) {
        const owners = [i, i + 50].map((n) => reserved[n]?.owner(`key-${i}`));
        expect(owners[0]).toBe(owners[1]);
        expect([`owner-${i}`, `owner-${i + 50}`]).toContain(owners[0]);
      }
      await other.close();
    });

    it('has timers due in order, once each, and again after a restart if their aggregate did not move', async () => {
      await under.store.commit({
        writes: [write('late', 0, { dueAt: 30 }), write('b', 0, { dueAt: 10 }), write('a', 0, { dueAt: 10 })],
      });
      expect(await under.timers.next()).toBe(10);
      const failing = under.timers.work(20, 9, () => Promise.reject(new Error('the store is away')));
      await expect(failing).rejects.toThrow('the store is away');
      const first = await worked(20, async (due) => {
        expect(await worked(20)).toEqual([]);
        expect(due).toHaveLength(2);
        await under.store.commit({
          writes: [write('a', 1, { dueAt: undefined }), write('b', 1, { dueAt: 15 })],
        });
      });
      expect(first).toEqual([
        ['a', 10],
        ['b', 10],
      ]);
      await under.store.commit({ writes: [write('late', 1, { dueAt: 40 })] });
      await restart();
      expect(await worked(14)).toEqual([]);
      expect(await worked(100, moveOn)).toEqual([
        ['b', 15],
        ['late', 40],
      ]);
      expect(await under.timers.next()).toBeUndefined();
    });

    it('hands over no more timers at once than it is asked for', async () => {
      await under.store.commit({ writes: ['c', 'a', 'b'].map((id) => write(id, 0, { dueAt: 1 })) });
      const ids: string[][] = [];
      const fire = async (due: readonly DueTimer[]): Promise<void> => {
        ids.push(due.map(({ id }) => id));
        await moveOn(due);
      };
      while ((await under.timers.work(1, 2, fire)) > 0);
      expect(ids).toEqual([['a', 'b'], ['c']]);
    });

    /** What was due at `now`, as `[id, dueAt]`, after `fire` has worked it. */
    const worked = async (
      now: number,
      fire: (due: readonly DueTimer[]) => Promise<void> = async () => undefined,
    ): Promise<readonly (readonly [string, number])[]> => {
      const taken: (readonly [string, number])[] = [];
      const count = await under.timers.work(now, 9, async (due) => {
        taken.push(...due.map(({ id, dueAt }) => [id, dueAt] as const));
        await fire(due);
      });
      expect(count).toBe(taken.length);
      return taken;
    };

    const moveOn = async (due: readonly DueTimer[]): Promise<void> => {
      const ids = due.map(({ id }) => id);
      const envelopes = await under.store.load(ids);
      await under.store.commit({ writes: ids.map((id, i) => write(id, envelopes[i]?.version ?? 0)) });
    };
  });
}

/** Orders rows by their JSON, in which a missing value is `null`. */
function asJson(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

interface Given {
  readonly state?: unknown;
  readonly envelope?: Envelope;
  readonly dueAt?: number | undefined;
  readonly facets?: Write['facets'];
  readonly releases?: readonly string[];
  readonly claims?: readonly string[];
}

function write(id: string, expectedVersion: number, given: Given = {}): Write {
  return {
    id,
    expectedVersion,
    envelope: given.envelope ?? { version: expectedVersion + 1, state: given.state ?? {}, sent: 0, seen: [] },
    dueAt: given.dueAt,
    facets: given.facets ?? [],
    messages: [],
    releases: given.releases ?? [],
    ...(given.claims ? { claims: given.claims } : {}),
  };
}
