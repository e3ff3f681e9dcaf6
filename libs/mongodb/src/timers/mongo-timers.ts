import { type DueTimer, TimerIndex, type TimerQueue } from '@lienthong/store';
import { type mongo } from 'mongoose';
import { type AggregateDocument } from '../documents/aggregate.document';

/** Which aggregates' timers this process fires. */
export interface TimerShare {
  owns(kind: string, id: string): boolean;
  /** Another value whenever the share has become another one. */
  readonly changes: unknown;
}

type Documents = mongo.Collection<AggregateDocument>;

/** Real ms between two looks at what other processes have saved. */
const LOOK_EVERY_MS = 10_000;
/** How far ahead a look sees, in intervals between looks: one may come late. */
const LOOKS_AHEAD = 3;
const PAGE = 1_000;

/**
 * The timers of several kinds, read off their documents. What this process saves it knows at once; for what others have
 * saved, and after its share has changed, it looks into the database. Nothing is lost with what it knows: a timer stays
 * in its document until the aggregate has moved on, and of two processes that fire it one meets the other's version.
 */
export class MongoTimers implements TimerQueue {
  private readonly index = new TimerIndex();
  private readonly kinds: { readonly kind: string; readonly documents: Documents }[] = [];
  private lookedAt = -Infinity;
  private lookedWith: unknown;

  constructor(
    private readonly share: TimerShare,
    private readonly realNow: () => number,
    /** Simulated ms that pass in a real one. */
    private readonly pace: number,
  ) {}

  /** Takes up a kind; answers what is to be told of every save. */
  join(kind: string, documents: Documents): (id: string, dueAt: number | undefined) => void {
    const service = this.index.join(kind);
    this.kinds.push({ kind, documents });
    return (id, dueAt) => this.index.set(service, id, dueAt);
  }

  async next(): Promise<number | undefined> {
    await this.look(Infinity);
    return this.index.next();
  }

  /** Timers of aggregates that others own are left to them. */
  async work(now: number, limit: number, fire: (due: readonly DueTimer[]) => Promise<void>): Promise<number> {
    await this.look(now + LOOKS_AHEAD * LOOK_EVERY_MS * this.pace);
    return this.index.work(now, limit, async (due) => {
      const own = due.filter(({ service, id }) => this.share.owns(service, id));
      if (own.length > 0) await fire(own);
    });
  }

  private async look(until: number): Promise<void> {
    const { changes } = this.share;
    const now = this.realNow();
    if (changes === this.lookedWith && now - this.lookedAt < LOOK_EVERY_MS) return;
    await Promise.all(
      this.kinds.map(async ({ kind, documents }, service) => {
        for await (const found of pending(documents, until)) this.take(kind, service, found);
      }),
    );
    this.lookedAt = now;
    this.lookedWith = changes;
  }

  /** What is known already may be newer than what was read. */
  private take(kind: string, service: number, found: readonly Found[]): void {
    for (const { _id, dueAt } of found)
      if (this.share.owns(kind, _id) && !this.index.has(service, _id)) this.index.set(service, _id, dueAt);
  }
}

interface Found {
  readonly _id: string;
  readonly dueAt: number;
}

/** The timers due before `until`, earliest first, page by page. */
async function* pending(documents: Documents, until: number): AsyncGenerator<readonly Found[]> {
  const before = Number.isFinite(until) ? { $lt: until } : {};
  for (let after: Found | undefined; ;) {
    const dueAt = { $gte: after?.dueAt ?? 0, ...before };
    const beyond = after && { $or: [{ dueAt: { $gt: after.dueAt } }, { _id: { $gt: after._id } }] };
    const found = (await documents
      .find({ dueAt, ...beyond }, { projection: { dueAt: 1 } })
      .sort({ dueAt: 1, _id: 1 })
      .limit(PAGE)
      .toArray()) as readonly Found[];
    yield found;
    after = found.at(-1);
    if (found.length < PAGE) return;
  }
}
