import { Heap } from 'heap-js';
import { type DueTimer, type TimerQueue } from './aggregate-store.port';

interface Entry {
  readonly service: number;
  readonly id: string;
}

/** What may be due at one instant. Sorted only when it is taken, last first, so that the next one is at the end. */
interface Bucket {
  entries: Entry[];
  sorted: boolean;
}

const FEWEST_TO_COMPACT = 10_000;

/**
 * The pending timers of all services in due order. Only an index: the rows it is built from are durable, and
 * it is rebuilt from them at the start. An entry that no longer agrees with its row's due time is stale and skipped.
 * Work ends at full minutes and deadlines with the day, so many share an instant and few instants are to be ordered.
 */
export class TimerIndex implements TimerQueue {
  private readonly instants = new Heap<number>((a, b) => a - b);
  private readonly buckets = new Map<number, Bucket>();
  private held = 0;
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
    this.add(dueAt, { service, id });
    if (this.held > this.compactAt) this.compact();
  }

  /** Entries held, stale ones included. */
  get size(): number {
    return this.held;
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
      let dueAt = this.earliest();
      dueAt !== undefined && dueAt <= now && taken.length < limit;
      dueAt = this.earliest()
    ) {
      const { service, id } = this.popAt(dueAt);
      this.dueOf(service).delete(id);
      taken.push({ service: this.services[service]?.name ?? '', id, dueAt });
    }
    return taken;
  }

  private add(dueAt: number, entry: Entry): void {
    const bucket = this.buckets.get(dueAt);
    this.held++;
    if (bucket) {
      bucket.entries.push(entry);
      bucket.sorted = false;
    } else {
      this.buckets.set(dueAt, { entries: [entry], sorted: true });
      this.instants.push(dueAt);
    }
  }

  /** The earliest instant at which something is due; what is stale before it is dropped. */
  private earliest(): number | undefined {
    for (let dueAt = this.instants.peek(); dueAt !== undefined; dueAt = this.instants.peek()) {
      const { entries } = this.bucketAt(dueAt);
      while (entries.length > 0 && !this.isLive(entries.at(-1) as Entry, dueAt)) {
        entries.pop();
        this.held--;
      }
      if (entries.length > 0) return dueAt;
      this.buckets.delete(dueAt);
      this.instants.pop();
    }
    return undefined;
  }

  /** The first in order of what is due at an instant that {@link earliest} has told. */
  private popAt(dueAt: number): Entry {
    const bucket = this.bucketAt(dueAt);
    if (!bucket.sorted) {
      const live = bucket.entries.filter((entry) => this.isLive(entry, dueAt)).sort(lastFirst);
      this.held -= bucket.entries.length - live.length;
      bucket.entries = live;
      bucket.sorted = true;
    }
    this.held--;
    return bucket.entries.pop() as Entry;
  }

  private bucketAt(dueAt: number): Bucket {
    return this.buckets.get(dueAt) as Bucket;
  }

  private isLive({ service, id }: Entry, dueAt: number): boolean {
    return this.dueOf(service).get(id) === dueAt;
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
    this.buckets.clear();
    this.instants.clear();
    this.held = 0;
    this.services.forEach(({ due }, service) => {
      for (const [id, dueAt] of due) this.add(dueAt, { service, id });
    });
    this.compactAt = Math.max(FEWEST_TO_COMPACT, this.held * 3);
  }

  private dueOf(service: number): Map<string, number> {
    const entry = this.services[service];
    if (!entry) throw new Error(`no service ${service} has joined the timers`);
    return entry.due;
  }
}

function lastFirst(a: Entry, b: Entry): number {
  return b.service - a.service || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);
}
