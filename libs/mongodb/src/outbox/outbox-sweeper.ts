import { type mongo } from 'mongoose';
import { type AggregateDocument } from '../documents/aggregate.document';
import { type Outbox } from './outbox';

/** One collection of aggregates and what this process knows of its outboxes. */
export interface SweptCollection {
  readonly documents: mongo.Collection<AggregateDocument>;
  readonly outbox: Outbox;
}

const OWN_AFTER_MS = 5_000;
/** By then another process that lives has published, and taken away, its own. */
const FOREIGN_AFTER_MS = 30_000;
/** How often the database is searched for what other processes left. */
const SEARCH_EVERY_MS = 15_000;
/** No write of unknown outcome lands as late as this. */
const FORGET_AFTER_MS = 600_000;
const PAGE = 200;
const MOST_PAGES = 50;
const EFFECTS = { version: 1, outbox: 1, releases: 1, writer: 1, attempt: 1 };

/**
 * Stands behind steps that nobody gives again (HTTP calls, timers, retries): publishes what a crash or a bus that was
 * away has left unpublished, and takes the marks away from what is published. Times are epoch ms of the real clock.
 */
export class OutboxSweeper {
  private searchedAt = -Infinity;

  constructor(private readonly collections: () => readonly SweptCollection[]) {}

  /** @throws what the bus or the database answers; what is left is found by the next sweep */
  async sweep(now: number): Promise<void> {
    const searches = now - this.searchedAt >= SEARCH_EVERY_MS;
    for (const collection of this.collections()) {
      await this.publishOwed(collection, now);
      await this.clearOwn(collection, now);
      if (searches) await this.takeOver(collection, now);
    }
    if (searches) this.searchedAt = now;
  }

  /** How long the oldest step that this process has saved has waited to be published. */
  oldestUnpublishedMs(now: number): number {
    const oldest = this.collections().map(({ outbox }) => outbox.owed.oldest() ?? now);
    return now - Math.min(now, ...oldest);
  }

  private async publishOwed({ documents, outbox }: SweptCollection, now: number): Promise<void> {
    const ids = outbox.owed.waiting(now - OWN_AFTER_MS);
    for (let from = 0; from < ids.length; from += PAGE) {
      const page = ids.slice(from, from + PAGE);
      const found = await documents.find({ _id: { $in: page } }, { projection: EFFECTS }).toArray();
      await outbox.settle(found);
    }
    outbox.owed.forget(now - FORGET_AFTER_MS);
  }

  private async clearOwn({ documents, outbox }: SweptCollection, now: number): Promise<void> {
    const published = [...outbox.marks.upTo(now - OWN_AFTER_MS)].filter(
      ({ id, attempt }) => !outbox.owed.owes(id, attempt),
    );
    for (let from = 0; from < published.length; from += PAGE) {
      const page = published.slice(from, from + PAGE);
      await clear(
        documents,
        page.map(({ id, version }) => ({ _id: id, version })),
      );
      outbox.marks.cleared(page);
    }
  }

  private async takeOver({ documents, outbox }: SweptCollection, now: number): Promise<void> {
    for (let page = 0; page < MOST_PAGES; page++) {
      const found = await documents
        .find(overdue(outbox.writer, now), { projection: EFFECTS })
        .sort({ unpublishedSince: 1 })
        .limit(PAGE)
        .toArray();
      if (found.length > 0) await outbox.settle(found);
      await clear(documents, found);
      if (found.length < PAGE) return;
    }
  }
}

function overdue(writer: string, now: number): mongo.Filter<AggregateDocument> {
  return { unpublishedSince: { $lte: now - FOREIGN_AFTER_MS }, writer: { $ne: writer } };
}

/** A document that was saved again meanwhile has another version, and keeps its outbox. */
async function clear(
  documents: mongo.Collection<AggregateDocument>,
  published: readonly Pick<AggregateDocument, '_id' | 'version'>[],
): Promise<void> {
  if (published.length === 0) return;
  await documents.bulkWrite(
    published.map(({ _id, version }) => ({
      updateOne: {
        filter: { _id, version },
        update: { $set: { outbox: [] }, $unset: { unpublishedSince: 1, releases: 1 } },
      },
    })),
    { ordered: false },
  );
}
