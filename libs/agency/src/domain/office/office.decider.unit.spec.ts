import { vietnamCalendar as calendar } from '@lienthong/calendar';
import fc from 'fast-check';
import { AggregateBench, message, MONDAY_AT_NINE } from '../../../test-support';
import { type Office } from './office';
import { OfficeDecider } from './office.decider';
import {
  type OfficeMessage,
  type OfficerAssigned,
  type OfficerReleased,
  type OfficerRequested,
} from './office.messages';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

type File = OfficerRequested['data'];
type Assigned = OfficerAssigned['data'];

/** A queue driven through time as the virtual clock does: what is told at one instant, then the call that is due. */
class Queue {
  readonly bench: AggregateBench<Office, OfficeMessage>;
  readonly assigned: Assigned[] = [];

  constructor(readonly officers: number) {
    const decider = new OfficeDecider('residency', { officers, calendar });
    this.bench = new AggregateBench(decider, '00004');
  }

  arrive(file: File, now = file.receivedAt): void {
    this.advance(now);
    this.bench.give(message<OfficerRequested>('vn.lienthong.officer.requested.v1', '00004', file, now), now);
  }

  release(ticket: number, at: number): void {
    this.advance(at);
    this.bench.give(
      message<OfficerReleased>('vn.lienthong.officer.released.v1', '00004', { ticket, at }, at),
      at,
    );
  }

  /** Calls that are due before `instant`, and where `early` those due just then; by default all of them. */
  advance(instant = Infinity, early = false): void {
    for (
      let due = this.due;
      due !== undefined && (due < instant || (early && due === instant));
      due = this.due
    ) {
      const sent = this.bench.fireNext() ?? [];
      this.assigned.push(...sent.map(({ data }) => data as Assigned));
    }
  }

  get due(): number | undefined {
    return this.bench.timers()[0]?.dueAt;
  }

  startOf(ticket: number): number | undefined {
    return this.assigned.find((one) => one.ticket === ticket)?.startedAt;
  }
}

function file(ticket: number, receivedAt: number, minutes = 30): File {
  const dossierNumber = `G22.99.08-20261116-${String(ticket).padStart(7, '0')}`;
  return { dossierNumber, ticket, receivedAt, handsOnMs: minutes * MINUTE };
}

describe('an office', () => {
  it('gives a file to a free officer as it comes, and tells so at the next whole minute', () => {
    const queue = new Queue(1);
    queue.arrive(file(1, MONDAY_AT_NINE + 1_234));
    expect(queue.due).toBe(MONDAY_AT_NINE + MINUTE);
    expect(queue.bench.fireNext()).toEqual([
      {
        topic: 'residency.commands',
        type: 'vn.lienthong.officer.assigned.v1',
        subject: 'G22.99.08-20261116-0000001',
        data: { ticket: 1, startedAt: MONDAY_AT_NINE + 1_234 },
      },
    ]);
    expect(queue.due).toBeUndefined();
  });

  it('lets files wait for their turn, without a pause between two', () => {
    const queue = new Queue(2);
    for (const ticket of [1, 2, 3, 4])
      queue.arrive(file(ticket, MONDAY_AT_NINE + ticket * 1_000, 20 + ticket));
    queue.advance();
    expect(queue.assigned.map(({ startedAt }) => startedAt - MONDAY_AT_NINE)).toEqual([
      1_000,
      2_000,
      1_000 + 21 * MINUTE,
      2_000 + 22 * MINUTE,
    ]);
  });

  it('calls nobody outside office hours, and lets what is in hand go on the next day', () => {
    const evening = Date.parse('2026-11-16T16:50:00+07:00');
    const queue = new Queue(1);
    queue.arrive(file(1, evening, 30));
    queue.arrive(file(2, evening + 5 * HOUR));
    queue.advance();
    expect(queue.startOf(1)).toBe(evening);
    expect(queue.startOf(2)).toBe(Date.parse('2026-11-17T07:50:00+07:00'));
  });

  it('takes the next one at once when what an officer has in hand is stopped', () => {
    const queue = new Queue(1);
    queue.arrive(file(1, MONDAY_AT_NINE, 45));
    queue.arrive(file(2, MONDAY_AT_NINE + MINUTE));
    queue.release(1, MONDAY_AT_NINE + 10 * MINUTE + 5);
    queue.advance();
    expect(queue.startOf(2)).toBe(MONDAY_AT_NINE + 10 * MINUTE + 5);
  });

  it('lets a stopped file leave the queue', () => {
    const queue = new Queue(1);
    for (const ticket of [1, 2, 3]) queue.arrive(file(ticket, MONDAY_AT_NINE + ticket));
    queue.release(2, MONDAY_AT_NINE + 5 * MINUTE);
    queue.advance();
    expect(queue.assigned.map(({ ticket }) => ticket)).toEqual([1, 3]);
    expect(queue.startOf(3)).toBe(MONDAY_AT_NINE + 1 + 30 * MINUTE);
  });

  it('is left as it is by a release of what is done, or was never there', () => {
    const queue = new Queue(1);
    queue.arrive(file(1, MONDAY_AT_NINE, 15));
    queue.advance();
    const { state } = queue.bench;
    queue.release(1, MONDAY_AT_NINE + 16 * MINUTE);
    queue.release(7, MONDAY_AT_NINE + 17 * MINUTE);
    expect(queue.bench.state).toBe(state);
  });

  it('goes by the officers it has now: fewer finish what they have first, without a limit all are taken up', () => {
    const full = new Queue(3);
    for (const ticket of [1, 2, 3, 4, 5]) full.arrive(file(ticket, MONDAY_AT_NINE + ticket, 20 + ticket));
    full.advance(MONDAY_AT_NINE + 2 * MINUTE);
    expect(full.assigned).toHaveLength(3);
    const now = MONDAY_AT_NINE + 2 * MINUTE;
    const under = (officers: number): readonly number[] => {
      const queue = new Queue(officers);
      queue.bench.state = full.bench.state;
      queue.bench.give({ type: 'timer.fired', name: 'call', dueAt: now }, now);
      queue.assigned.push(...queue.bench.sent.map(({ data }) => data as Assigned));
      queue.advance();
      return [4, 5].map((ticket) => (queue.startOf(ticket) ?? NaN) - MONDAY_AT_NINE);
    };
    expect(under(3)).toEqual([1 + 21 * MINUTE, 2 + 22 * MINUTE]);
    expect(under(1)).toEqual([3 + 23 * MINUTE, 3 + 47 * MINUTE]);
    expect(under(Infinity)).toEqual([4, 5]);
  });
});

const arrivals = fc
  .array(
    fc.record({
      afterMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: HOUR }), fc.constant(10 * MINUTE)),
      minutes: fc.integer({ min: 1, max: 90 }),
      releasedAfter: fc.option(fc.integer({ min: 0, max: 3 * HOUR }), { freq: 5, nil: undefined }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((drawn) => {
    let receivedAt = MONDAY_AT_NINE;
    return drawn.map(({ afterMs, minutes, releasedAfter }, i) => {
      receivedAt += afterMs;
      return {
        file: file(i + 1, receivedAt, minutes),
        releasedAt: releasedAfter === undefined ? undefined : receivedAt + releasedAfter,
      };
    });
  });
type Arrivals = readonly { readonly file: File; readonly releasedAt: number | undefined }[];
const counts = fc.integer({ min: 1, max: 4 });

/** Everything told in order of time; what falls on one instant in the order of `shuffle`. */
function run(officers: number, given: Arrivals, shuffle: readonly number[] = [], repeat = false): Queue {
  const queue = new Queue(officers);
  const told = given.flatMap(({ file: one, releasedAt }, i) => [
    { at: one.receivedAt, rank: shuffle[i] ?? i, tell: () => queue.arrive(one) },
    ...(releasedAt === undefined
      ? []
      : [{ at: releasedAt, rank: Infinity, tell: () => queue.release(one.ticket, releasedAt) }]),
  ]);
  told.sort((a, b) => a.at - b.at || a.rank - b.rank);
  for (const { tell } of told) {
    tell();
    if (repeat) tell();
  }
  queue.advance();
  return queue;
}

interface Spell {
  readonly receivedAt: number;
  readonly startedAt: number;
  readonly until: number;
}

/** When each file was in an officer's hands, in the order of the queue. */
function spells({ assigned }: Queue, given: Arrivals): readonly Spell[] {
  return given.flatMap(({ file: one, releasedAt = Infinity }) => {
    const startedAt = assigned.find(({ ticket }) => ticket === one.ticket)?.startedAt;
    if (startedAt === undefined) return [];
    const until = Math.min(calendar.addWorkingMs(startedAt, one.handsOnMs), releasedAt);
    return [{ receivedAt: one.receivedAt, startedAt, until }];
  });
}

describe('any queue', () => {
  it('serves every file that is not taken out of it, once, first come first', () => {
    fc.assert(
      fc.property(counts, arrivals, (officers, given) => {
        const queue = run(officers, given);
        const served = queue.assigned.map(({ ticket }) => ticket);
        expect(new Set(served).size).toBe(served.length);
        expect(served).toEqual([...served].sort((a, b) => a - b));
        const starts = queue.assigned.map(({ startedAt }) => startedAt);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
        const stayed = given.filter(({ releasedAt }) => releasedAt === undefined);
        expect(served).toEqual(expect.arrayContaining(stayed.map((one) => one.file.ticket)));
        expect(queue.bench.state?.waiting).toEqual([]);
      }),
    );
  });

  it('never has more files in hand than officers', () => {
    fc.assert(
      fc.property(counts, arrivals, (officers, given) => {
        const all = spells(run(officers, given), given);
        for (const { startedAt: at } of all)
          expect(all.filter((one) => one.startedAt <= at && at < one.until).length).toBeLessThanOrEqual(
            officers,
          );
      }),
    );
  });

  it('leaves no officer idle in office hours while a file waits', () => {
    fc.assert(
      fc.property(counts, arrivals, (officers, given) => {
        const all = spells(run(officers, given), given);
        for (const { receivedAt, startedAt } of all) {
          const worked = all.map((one) => {
            const from = Math.max(one.startedAt, receivedAt);
            const to = Math.min(one.until, startedAt);
            return from < to ? calendar.workingMs(from, to) : 0;
          });
          const sum = worked.reduce((total, one) => total + one, 0);
          expect(sum).toBe(officers * calendar.workingMs(receivedAt, startedAt));
        }
      }),
    );
  });

  it('is the same in whatever order the files of one instant are told, and however often', () => {
    fc.assert(
      fc.property(counts, arrivals, fc.array(fc.nat(), { maxLength: 40 }), (officers, given, shuffle) => {
        const queue = run(officers, given);
        expect(run(officers, given, shuffle).assigned).toEqual(queue.assigned);
        expect(run(officers, given, shuffle, true).assigned).toEqual(queue.assigned);
      }),
    );
  });

  it('is the same when a call comes between two files of one instant', () => {
    fc.assert(
      fc.property(counts, arrivals, fc.array(fc.boolean()), (officers, given, early) => {
        const queue = new Queue(officers);
        // On whole minutes, where calls fall too; the later dossier number is told first.
        const files = given.map(({ file: one }) => ({
          ...one,
          receivedAt: MONDAY_AT_NINE + Math.floor((one.receivedAt - MONDAY_AT_NINE) / HOUR) * MINUTE,
        }));
        const told = [...files].sort((a, b) => a.receivedAt - b.receivedAt || b.ticket - a.ticket);
        told.forEach((one, i) => {
          queue.advance(one.receivedAt, early[i]);
          queue.arrive(one);
        });
        queue.advance();
        const calm = run(
          officers,
          files.map((one) => ({ file: one, releasedAt: undefined })),
        );
        expect(queue.assigned).toEqual(calm.assigned);
      }),
    );
  });

  it('remembers no more of its past than what the officers had last', () => {
    fc.assert(
      fc.property(counts, arrivals, (officers, given) => {
        const { state } = run(officers, given).bench;
        expect(state?.inHand.length).toBeLessThanOrEqual(officers);
        expect(state?.tickets).toEqual({ highest: given.length, missing: [] });
      }),
    );
  });
});
