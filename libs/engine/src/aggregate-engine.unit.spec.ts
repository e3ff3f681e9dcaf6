import { type AggregateStore, type Envelope, type Reservation, type Step } from '@lienthong/store';
import { AggregateEngine } from './aggregate-engine';
import { type Decider } from './decider';

interface Alarms {
  readonly dueAt: readonly number[];
  readonly drawn: readonly number[];
}

/** Rings one alarm after the other and draws a number at each. */
const alarms: Decider<Alarms, { readonly type: 'none' }> = {
  service: 'alarms',
  target: () => undefined,
  timers: ({ dueAt }) => dueAt.map((at) => ({ name: `at ${at}`, dueAt: at })),
  needs: () => ({ numbers: [{ name: 'rings', period: '' }] }),
  decide: (state, _input, context) =>
    state && { state: { dueAt: state.dueAt.slice(1), drawn: [...state.drawn, context.number('rings')] } },
};

/** Keeps what is committed and counts the calls that a database would get. */
class CountingStore implements Pick<AggregateStore, 'load' | 'reserve' | 'commit'> {
  readonly kept = new Map<string, Envelope>();
  readonly reservations: number[] = [];
  readonly commits: number[] = [];
  private drawn = 0;

  load(ids: readonly string[]): Promise<readonly (Envelope | undefined)[]> {
    return Promise.resolve(ids.map((id) => this.kept.get(id)));
  }

  reserve(reservations: readonly Reservation[]): ReturnType<AggregateStore['reserve']> {
    this.reservations.push(reservations.length);
    return Promise.resolve(
      reservations.map(() => {
        const drawn = ++this.drawn;
        return { owner: () => undefined, number: () => drawn };
      }),
    );
  }

  commit({ writes }: Step): Promise<readonly string[]> {
    this.commits.push(writes.length);
    for (const { id, envelope } of writes) this.kept.set(id, envelope);
    return Promise.resolve([]);
  }
}

describe('AggregateEngine', () => {
  it('reserves for the timers of all aggregates together, one round of timers after the other', async () => {
    const store = new CountingStore();
    const due: Readonly<Record<string, readonly number[]>> = { a: [1, 2, 9], b: [1], c: [3, 4, 5], d: [9] };
    for (const [id, dueAt] of Object.entries(due))
      store.kept.set(id, { version: 1, state: { dueAt, drawn: [] }, sent: 0, seen: [] });
    const engine = new AggregateEngine(alarms, store as unknown as AggregateStore, {
      now: () => 5,
      count: () => undefined,
    });
    await engine.fire(Object.keys(due));
    expect([store.reservations, store.commits]).toEqual([[3, 2, 1], [3]]);
    expect(
      [...store.kept].map(([id, { state }]) => [id, (state as Alarms).dueAt, (state as Alarms).drawn]),
    ).toEqual([
      ['a', [9], [1, 4]],
      ['b', [], [2]],
      ['c', [], [3, 5, 6]],
      ['d', [9], []],
    ]);
  });
});
