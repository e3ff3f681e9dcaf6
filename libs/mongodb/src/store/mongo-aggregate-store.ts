import {
  type AggregateKind,
  type AggregateStore,
  type Envelope,
  type FacetConditions,
  type FacetValue,
  type Reservation,
  type Reserved,
  type Step,
  type StoredQuery,
  type Tally,
  type Write,
} from '@lienthong/store';
import DataLoader from 'dataloader';
import { LRUCache } from 'lru-cache';
import { type mongo } from 'mongoose';
import {
  type AggregateDocument,
  leavesEffects,
  toDocument,
  toEnvelope,
} from '../documents/aggregate.document';
import { type Outbox } from '../outbox/outbox';
import { AggregateQueries } from './aggregate-query';
import { AggregateSaver, AggregateTooLarge, type Save } from './aggregate-saver';
import { type Reservations } from './reservations';

export interface StoreParts {
  readonly documents: mongo.Collection<AggregateDocument>;
  readonly outbox: Outbox;
  readonly reservations: Reservations;
  /** Epoch ms of the real clock. */
  readonly realNow: () => number;
  /** What failed after a step was saved and answered; the sweeper tries it again. */
  readonly onPublishError: (error: unknown) => void;
  /** Told of every save: the aggregate's earliest timer, if it has one. */
  readonly onSaved: (id: string, dueAt: number | undefined) => void;
}

type Found = { readonly id: string; readonly envelope: Envelope };

const MOST_LOADED = 500;
/** Documents kept in memory, some kilobytes each: those of the cases that move at the moment. */
const MOST_REMEMBERED = 2_000;
const ENVELOPE = { version: 1, state: 1, sent: 1, seen: 1, parked: 1, trace: 1 };

/** One kind of aggregate on MongoDB: a collection, a document an aggregate. docs/decisions/0012 says why nothing is lost. */
export class MongoAggregateStore implements AggregateStore {
  private readonly saver: AggregateSaver;
  private readonly loader: DataLoader<string, AggregateDocument | undefined>;
  private readonly queries: AggregateQueries;
  private readonly background = new Set<Promise<void>>();
  /** As this process last saved or read them: another may have saved since, which only the database knows. */
  private readonly remembered = new LRUCache<string, AggregateDocument>({ max: MOST_REMEMBERED });

  constructor(
    private readonly parts: StoreParts,
    private readonly kind: AggregateKind,
  ) {
    this.saver = new AggregateSaver(parts.documents);
    this.queries = new AggregateQueries(kind.kind, kind.facets);
    this.loader = new DataLoader((ids) => this.find(ids), {
      cache: false,
      maxBatchSize: MOST_LOADED,
      batchScheduleFn: setImmediate,
    });
  }

  load(ids: readonly string[]): Promise<readonly (Envelope | undefined)[]> {
    return this.settled(ids.map((id) => this.look(id)));
  }

  recall(ids: readonly string[]): Promise<readonly (Envelope | undefined)[]> {
    return this.settled(
      ids.map((id) => {
        const remembered = this.remembered.get(id);
        return remembered ? Promise.resolve(remembered) : this.look(id);
      }),
    );
  }

  async read(id: string): Promise<Envelope | undefined> {
    const document = await this.loader.load(id);
    return document && toEnvelope(document);
  }

  reserve(reservations: readonly Reservation[]): Promise<readonly Reserved[]> {
    return this.parts.reservations.reserve(reservations);
  }

  async commit({ writes, ack }: Step): Promise<readonly string[]> {
    if (writes.length === 0) return [];
    const { outbox } = this.parts;
    const now = this.parts.realNow();
    const saves = writes.map((write): Save => {
      const savedBy = {
        writer: outbox.writer,
        attempt: outbox.nextAttempt(),
        unpublishedSince: ack ? undefined : now,
      };
      const document = toDocument(write, this.kind.facets, savedBy);
      return { document, expectedVersion: write.expectedVersion };
    });
    for (const { id } of writes) this.remembered.delete(id);
    await this.claim(writes);
    const conflicts = await this.save(saves, now);
    for (const { document } of saves) if (!conflicts.has(document._id)) this.remember(document);
    for (const { id, dueAt } of writes) if (!conflicts.has(id)) this.parts.onSaved(id, dueAt);
    for (const { document } of saves) if (!conflicts.has(document._id)) outbox.marks.saved(document);
    const saved = saves
      .map(({ document }) => document)
      .filter((document) => leavesEffects(document) && !conflicts.has(document._id));
    if (saved.length > 0) await (ack ? outbox.deliver(saved) : this.deliverSoon(saved));
    return [...conflicts];
  }

  /** What is committed is on the disks of a majority already. */
  durable(): Promise<void> {
    return Promise.resolve();
  }

  /** Resolves once what was being published in the background is out, or has failed. */
  async drained(): Promise<void> {
    while (this.background.size > 0) await Promise.all(this.background);
  }

  async query(query: StoredQuery): Promise<readonly Found[]> {
    const { filter, sort } = this.queries.page(query);
    return this.list(filter, query.limit, sort);
  }

  count(where: Readonly<Record<string, FacetValue>>): Promise<number> {
    return this.parts.documents.countDocuments(this.queries.filter({ where }));
  }

  async tally(conditions: FacetConditions, by: readonly string[]): Promise<readonly Tally[]> {
    const groups = this.parts.documents.aggregate(this.queries.tally(conditions, by), { allowDiskUse: true });
    return (await groups.toArray()).map((group) => this.queries.toTally(group, by));
  }

  countParked(): Promise<number> {
    return this.parts.documents.countDocuments({ 'parked.since': { $exists: true } });
  }

  async parked(limit: number, afterId = ''): Promise<readonly Found[]> {
    return this.list({ 'parked.since': { $exists: true }, _id: { $gt: afterId } }, limit);
  }

  /** Before the save: what is saved is protected at once, also when the process dies in between. */
  private async claim(writes: readonly Write[]): Promise<void> {
    const wanted = writes.flatMap(({ id, claims }) =>
      claims ? [{ owner: id, claims, lookups: [], numbers: [] }] : [],
    );
    await this.parts.reservations.reserve(wanted);
  }

  /** Enters the steps as owed for as long as their outcome is open. */
  private async save(saves: readonly Save[], now: number): Promise<ReadonlySet<string>> {
    const { owed } = this.parts.outbox;
    const open = saves.map(({ document }) => document).filter(leavesEffects);
    for (const { _id, version, attempt } of open) owed.begin(_id, version, attempt, now);
    try {
      const conflicts = await this.saver.save(saves);
      for (const { _id, attempt } of open) {
        if (conflicts.has(_id)) owed.settle(_id, attempt);
        else owed.saved(_id, attempt);
      }
      return conflicts;
    } catch (error) {
      if (error instanceof AggregateTooLarge) for (const { _id, attempt } of open) owed.settle(_id, attempt);
      throw error;
    }
  }

  /** The step is saved: the caller is told so, whatever becomes of its messages for now. */
  private async deliverSoon(saved: readonly AggregateDocument[]): Promise<void> {
    const { outbox, onPublishError } = this.parts;
    try {
      await outbox.release(saved);
    } catch (error) {
      onPublishError(error);
      return;
    }
    const work: Promise<void> = outbox
      .publish(saved)
      .catch(onPublishError)
      .finally(() => this.background.delete(work));
    this.background.add(work);
  }

  private async settled(
    found: readonly Promise<AggregateDocument | undefined>[],
  ): Promise<readonly (Envelope | undefined)[]> {
    const documents = await Promise.all(found);
    await this.parts.outbox.settle(documents.filter((document) => document !== undefined));
    return documents.map((document) => document && toEnvelope(document));
  }

  private async look(id: string): Promise<AggregateDocument | undefined> {
    const document = await this.loader.load(id);
    if (document) this.remember(document);
    return document;
  }

  private remember(document: AggregateDocument): void {
    const { version = 0 } = this.remembered.get(document._id) ?? {};
    if (document.version >= version) this.remembered.set(document._id, document);
  }

  private async find(ids: readonly string[]): Promise<(AggregateDocument | undefined)[]> {
    const found = await this.parts.documents.find({ _id: { $in: [...new Set(ids)] } }).toArray();
    const byId = new Map(found.map((document) => [document._id, document]));
    return ids.map((id) => byId.get(id));
  }

  private async list(
    filter: mongo.Filter<AggregateDocument>,
    limit: number,
    sort: Record<string, 1 | -1> = { _id: 1 },
  ): Promise<readonly Found[]> {
    const documents = await this.parts.documents
      .find(filter, { projection: ENVELOPE })
      .sort(sort)
      .limit(limit)
      .toArray();
    return documents.map((document) => ({ id: document._id, envelope: toEnvelope(document) }));
  }
}
