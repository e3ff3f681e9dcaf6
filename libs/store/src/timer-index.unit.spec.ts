import { type DueTimer } from './aggregate-store.port';
import * as fc from 'fast-check';
import { TimerIndex } from './timer-index';

describe('TimerIndex', () => {
  it('gives what is due in order of (dueAt, service, id), whatever was set, moved and cleared before', async () => {
    const change = fc.record({
      service: fc.constantFrom(0, 1),
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      dueAt: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 40 }),
        fc.integer({ min: 0, max: 20 }),
        async (changes, now) => {
          const timers = new TimerIndex();
          const names = ['x', 'y'];
          for (const name of names) timers.join(name);
          const expected = new Map<string, { service: number; id: string; dueAt: number }>();
          for (const { service, id, dueAt } of changes) {
            timers.set(service, id, dueAt);
            if (dueAt === undefined) expected.delete(`${service}${id}`);
            else expected.set(`${service}${id}`, { service, id, dueAt });
          }
          const due = [...expected.values()]
            .filter(({ dueAt }) => dueAt <= now)
            .sort((a, b) => a.dueAt - b.dueAt || a.service - b.service || (a.id < b.id ? -1 : 1));
          const later = [...expected.values()].filter(({ dueAt }) => dueAt > now).map(({ dueAt }) => dueAt);
          expect(await taken(timers, now)).toEqual(
            due.map(({ service, id, dueAt }) => ({ service: names[service], id, dueAt })),
          );
          expect(await timers.next()).toBe(later.length ? Math.min(...later) : undefined);
        },
      ),
    );
  });

  it('gives what shares an instant in portions, in order, and takes in what becomes due meanwhile', async () => {
    const timers = new TimerIndex();
    const service = timers.join('x');
    for (let i = 0; i < 250; i++) timers.set(service, `case-${String((i * 7) % 250).padStart(3, '0')}`, 5);
    const first = await taken(timers, 5);
    expect(first.map(({ id }) => Number(id.slice(5)))).toEqual(Array.from({ length: 100 }, (_, i) => i));
    timers.set(service, 'case-000', 5);
    timers.set(service, 'case-101', 9);
    timers.set(service, 'case-101', 5);
    const second = await taken(timers, 5);
    expect(second.map(({ id }) => Number(id.slice(5)))).toEqual([
      0,
      ...Array.from({ length: 99 }, (_, i) => 100 + i),
    ]);
    expect(await taken(timers, 9)).toHaveLength(51);
    expect([await timers.next(), timers.size]).toEqual([undefined, 0]);
  });

  it('does not grow with timers that were cleared long before they were due', async () => {
    const timers = new TimerIndex();
    const service = timers.join('x');
    timers.set(service, 'stays', 5);
    for (let i = 0; i < 100_000; i++) {
      timers.set(service, `case-${i}`, 1_000_000 + i);
      timers.set(service, `case-${i}`, undefined);
    }
    expect(timers.size).toBeLessThan(20_000);
    expect(await taken(timers, 2_000_000)).toEqual([{ service: 'x', id: 'stays', dueAt: 5 }]);
  });
});

async function taken(timers: TimerIndex, now: number): Promise<readonly DueTimer[]> {
  let found: readonly DueTimer[] = [];
  await timers.work(now, 100, async (due) => {
    found = due;
  });
  return found;
}
