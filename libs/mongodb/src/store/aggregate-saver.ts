import { mongo } from 'mongoose';
import { type AggregateDocument } from '../documents/aggregate.document';
import { runBulk } from '../documents/bulk-outcome';
import { Gatherer } from './gatherer';

export interface Save {
  readonly document: AggregateDocument;
  /** 0 for a new aggregate. */
  readonly expectedVersion: number;
}

/** Nothing was sent: one aggregate no longer fits into a document. It needs an operator, who discards what waits at it. */
export class AggregateTooLarge extends Error {
  readonly code = 'aggregate-too-large';

  constructor(collection: string, id: string, bytes: number, waiting: number) {
    super(
      `${collection}/${id} needs ${bytes} bytes of the ${MOST_BYTES} that a document holds` +
        (waiting > 0 ? `: ${waiting} messages wait behind its incident` : ''),
    );
  }
}

/** What a document may hold, less what an update says besides it. */
const MOST_BYTES = 16 * 1024 * 1024 - 16 * 1024;
const MOST_CALLS = 500;

/** Saves documents by compare-and-set, those of concurrent calls in one unordered bulk. */
export class AggregateSaver {
  private readonly gatherer: Gatherer<readonly Save[], ReadonlySet<string>>;

  constructor(private readonly documents: mongo.Collection<AggregateDocument>) {
    this.gatherer = new Gatherer((calls) => this.saveAll(calls), MOST_CALLS);
  }

  /**
   * Answers the ids whose stored version was another one. A rejection leaves open what was saved.
   * @throws AggregateTooLarge when certainly nothing was
   */
  save(saves: readonly Save[]): Promise<ReadonlySet<string>> {
    return this.gatherer.run(saves);
  }

  private async saveAll(
    calls: readonly (readonly Save[])[],
  ): Promise<readonly (() => ReadonlySet<string>)[]> {
    let results: ReadonlySet<number>;
    try {
      results = await this.write(calls.flat());
    } catch (error) {
      const tooLarge = calls.map((call) => this.tooLarge(call));
      if (tooLarge.every((one) => one === undefined)) throw error;
      return this.saveFitting(calls, tooLarge);
    }
    let offset = 0;
    return calls.map((call) => {
      const from = offset;
      offset += call.length;
      const conflicts = call.filter((_, i) => results.has(from + i)).map(({ document }) => document._id);
      return () => new Set(conflicts);
    });
  }

  /** The driver measures all documents before it sends any: nothing of these calls is saved yet. */
  private async saveFitting(
    calls: readonly (readonly Save[])[],
    tooLarge: readonly (AggregateTooLarge | undefined)[],
  ): Promise<readonly (() => ReadonlySet<string>)[]> {
    const fitting = calls.filter((_, i) => !tooLarge[i]);
    const saved = fitting.length > 0 ? await this.saveAll(fitting) : [];
    let next = 0;
    return tooLarge.map((error) => {
      if (!error) return saved[next++] as () => ReadonlySet<string>;
      return () => {
        throw error;
      };
    });
  }

  private tooLarge(call: readonly Save[]): AggregateTooLarge | undefined {
    for (const { document } of call) {
      const bytes = mongo.BSON.calculateObjectSize(document, { ignoreUndefined: true });
      const waiting = document.parked?.messages.length ?? 0;
      if (bytes > MOST_BYTES)
        return new AggregateTooLarge(this.documents.collectionName, document._id, bytes, waiting);
    }
    return undefined;
  }

  /**
   * An update that meets another version falls through to an insert of the same id, and so is told apart from the others by
   * its duplicate key: counts alone would not say which one it was.
   */
  private write(saves: readonly Save[]): Promise<ReadonlySet<number>> {
    return runBulk(() =>
      this.documents.bulkWrite(
        saves.map(({ document, expectedVersion }) =>
          expectedVersion === 0
            ? { insertOne: { document } }
            : {
                replaceOne: {
                  filter: { _id: document._id, version: expectedVersion },
                  replacement: document,
                  upsert: true,
                },
              },
        ),
        { ordered: false },
      ),
    );
  }
}
