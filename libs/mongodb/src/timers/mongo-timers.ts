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
const PAGE = 1_000;
/** Pending timers that one look passes at most: those beyond are not due for long. */
const MOST_PAGES = 20;

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
  ) {}

  /** Takes up a kind; answers what is to be told of every save. */
  join(kind: string, documents: Documents): (id: string, dueAt: number | undefined) => void {
    const service = this.index.join(kind);
    this.kinds.push({ kind, documents });
    return (id, dueAt) => this.index.set(service, id, dueAt);
  }

  async next(): Promise<number | undefined> {
    await this.look();
    return this.index.next();
  }

  /** Timers of aggregates that others own are left to them. */
  async work(now: number, limit: number, fire: (due: readonly DueTimer[]) => Promise<void>): Promise<number> {
    await this.look();
    return this.index.work(now, limit, async (due) => {
      const own = due.filter(({ service, id }) => this.share.owns(service, id));
      if (own.length > 0) await fire(own);
    });
  }

  private async look(): Promise<void> {
    const { changes } = this.share;
    const now = this.realNow();
    if (changes === this.lookedWith && now - this.lookedAt < LOOK_EVERY_MS) return;
    await Promise.all(this.kinds.map((_, service) => this.lookInto(service)));
    this.lookedAt = now;
    this.lookedWith = changes;
  }

  /** What is known already may be newer than what is read here. */
  private async lookInto(service: number): Promise<void> {
    const { kind = '', documents } = this.kinds[service] ?? {};
    let after: Found | undefined;
    for (let page = 0; page < MOST_PAGES; page++) {
      const found = await pending(documents, after);
      for (const { _id, dueAt } of found)
        if (this.share.owns(kind, _id) && !this.index.has(service, _id)) this.index.set(service, _id, dueAt);
      if (found.length < PAGE) return;
      after = found.at(-1);
    }
  }
}

interface Found {
  readonly _id: string;
  readonly dueAt: number;
}

async function pending(
  documents: Documents | undefined,
  after: Found | undefined,
): Promise<readonly Found[]> {
  const beyond = after && {
    dueAt: { $gte: after.dueAt },
    $or: [{ dueAt: { $gt: after.dueAt } }, { _id: { $gt: after._id } }],
  };
  const found = documents
    ?.find(beyond ?? { dueAt: { $gte: 0 } }, { projection: { dueAt: 1 } })
    .sort({ dueAt: 1, _id: 1 })
    .limit(PAGE);
  return ((await found?.toArray()) ?? []) as readonly Found[];
}
