import { type mongo } from 'mongoose';
import { runBulk } from '../documents/bulk-outcome';

export interface ClaimDocument {
  /** The claimed key. */
  readonly _id: string;
  readonly owner: string;
}

export interface Claim {
  readonly key: string;
  readonly owner: string;
}

/** Keys that must be unique across the aggregates of a service, each with the aggregate that holds it. */
export class Claims {
  constructor(private readonly documents: mongo.Collection<ClaimDocument>) {}

  /** Takes each key that nobody holds, for the first who wants it; answers who holds the keys now. */
  async take(wanted: readonly Claim[]): Promise<Map<string, string>> {
    const holders = new Map<string, string>();
    let open = [...firstPerKey(wanted)];
    while (open.length > 0) {
      const held = await this.insert(open);
      open.forEach(([key, owner], i) => {
        if (!held.has(i)) holders.set(key, owner);
      });
      const taken = open.filter((_, i) => held.has(i));
      for (const [key, owner] of await this.owners(taken.map(([key]) => key))) holders.set(key, owner);
      open = taken.filter(([key]) => !holders.has(key));
    }
    return holders;
  }

  async owners(keys: readonly string[]): Promise<Map<string, string>> {
    if (keys.length === 0) return new Map();
    const found = await this.documents.find({ _id: { $in: [...new Set(keys)] } }).toArray();
    return new Map(found.map(({ _id, owner }) => [_id, owner]));
  }

  /** Frees the keys that these owners hold; to free one again changes nothing. */
  async release(claims: readonly Claim[]): Promise<void> {
    if (claims.length === 0) return;
    await this.documents.bulkWrite(
      claims.map(({ key, owner }) => ({ deleteOne: { filter: { _id: key, owner } } })),
      { ordered: false },
    );
  }

  private insert(claims: readonly (readonly [string, string])[]): Promise<ReadonlySet<number>> {
    return runBulk(() =>
      this.documents.bulkWrite(
        claims.map(([key, owner]) => ({ insertOne: { document: { _id: key, owner } } })),
        { ordered: false },
      ),
    );
  }
}

function firstPerKey(claims: readonly Claim[]): Map<string, string> {
  const first = new Map<string, string>();
  for (const { key, owner } of claims) if (!first.has(key)) first.set(key, owner);
  return first;
}
