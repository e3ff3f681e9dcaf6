import { Heap } from 'heap-js';
import { type DueTimer, type TimerQueue } from './aggregate-store.port';

interface Entry {
  readonly dueAt: number;
  readonly service: number;
  readonly id: string;
}

const FEWEST_TO_COMPACT = 10_000;

/**
 * The pending timers of all services in due order. Only an index: the rows it is built from are durable, and
 * it is rebuilt from them at the start. An entry that no longer agrees with its row's due time is stale and skipped.
 */
export class TimerIndex implements TimerQueue {
  private readonly heap = new Heap<Entry>(inOrder);
  private compactAt = FEWEST_TO_COMPACT;
  private readonly services: { readonly name: string; readonly due: Map<string, number> }[] = [];

  /** Services are ordered by when they joined: that order breaks ties. */
  join(name: string): number {
    return this.services.push({ name, due: new Map() }) - 1;
  }

  has(service: number, id: string): boolean {
    return this.dueOf(service).has(id);
  }

  set(service: number, id: string, dueAt: number | undefined): void {
    const due = this.dueOf(service);
    if (dueAt === undefined) {
      due.delete(id);
      return;
    }
    if (due.get(id) === dueAt) return;
    due.set(id, dueAt);
    this.heap.push({ dueAt, service, id });
    if (this.heap.length > this.compactAt) this.compact();
  }

  /** Entries held, stale ones included. */
  get size(): number {
    return this.heap.length;
  }

  async next(): Promise<number | undefined> {
    return this.earliest();
  }

  async work(now: number, limit: number, fire: (due: readonly DueTimer[]) => Promise<void>): Promise<number> {
    const due = this.take(now, limit);
    if (due.length === 0) return 0;
    try {
      await fire(due);
    } catch (error) {
      this.restore(due);
      throw error;
    }
    return due.length;
  }

  private take(now: number, limit: number): readonly DueTimer[] {
    const taken: DueTimer[] = [];
    for (
      let next = this.earliest();
      next !== undefined && next <= now && taken.length < limit;
      next = this.earliest()
    ) {
      const entry = this.heap.pop() as Entry;
      this.dueOf(entry.service).delete(entry.id);
      taken.push({ service: this.services[entry.service]?.name ?? '', id: entry.id, dueAt: entry.dueAt });
    }
    return taken;
  }

  private earliest(): number | undefined {
    this.dropStale();
    return this.heap.peek()?.dueAt;
  }

  /** What was worked before the failure has moved on, and its fresh due time, if any, counts. */
  private restore(timers: readonly DueTimer[]): void {
    for (const { service, id, dueAt } of timers) {
      const index = this.services.findIndex(({ name }) => name === service);
      if (!this.dueOf(index).has(id)) this.set(index, id, dueAt);
    }
  }

  /** Drops the stale entries of timers that were moved or cleared long before they would have come up. */
  private compact(): void {
    const entries: Entry[] = [];
    this.services.forEach(({ due }, service) => {
      for (const [id, dueAt] of due) entries.push({ dueAt, service, id });
    });
    this.heap.init(entries);
    this.compactAt = Math.max(FEWEST_TO_COMPACT, entries.length * 3);
  }

  private dropStale(): void {
    for (
      let top = this.heap.peek();
      top && this.dueOf(top.service).get(top.id) !== top.dueAt;
      top = this.heap.peek()
    ) {
      this.heap.pop();
    }
  }

  private dueOf(service: number): Map<string, number> {
    const entry = this.services[service];
    if (!entry) throw new Error(`no service ${service} has joined the timers`);
    return entry.due;
  }
}

function inOrder(a: Entry, b: Entry): number {
  return a.dueAt - b.dueAt || a.service - b.service || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
