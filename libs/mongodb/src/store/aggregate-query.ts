import {
  type FacetColumn,
  type FacetConditions,
  type FacetRange,
  type StoredQuery,
  type Tally,
} from '@lienthong/store';
import { type mongo } from 'mongoose';
import { type AggregateDocument } from '../documents/aggregate.document';

export class UnknownFacet extends Error {
  readonly code = 'unknown-facet';
}

type Filter = mongo.Filter<AggregateDocument>;
type Condition = Readonly<Record<string, unknown>>;

/** Above every character that an id has. */
const LAST_CHARACTER = '\uffff';

/** Conditions, orders and groups over the documents of one collection. Asking for a facet it has not throws {@link UnknownFacet}. */
export class AggregateQueries {
  constructor(
    private readonly collection: string,
    private readonly facets: readonly FacetColumn[],
  ) {}

  filter({ where = {}, ranges = [], idPrefix, ids, exceptIds }: FacetConditions): Filter {
    const all: Condition[] = Object.entries(where).map(([name, wanted]) => ({
      [this.field(name)]: typeof wanted === 'object' ? { $in: wanted } : wanted,
    }));
    for (const range of ranges) all.push(this.range(range));
    if (idPrefix !== undefined) all.push({ _id: { $gte: idPrefix, $lt: idPrefix + LAST_CHARACTER } });
    if (ids) all.push({ _id: { $in: ids } });
    if (exceptIds) all.push({ _id: { $nin: exceptIds } });
    return both(all);
  }

  /** The filter of a page, and the order it comes in. */
  page(query: StoredQuery): { readonly filter: Filter; readonly sort: Record<string, 1 | -1> } {
    const all: Condition[] = [this.filter(query)];
    if (query.afterId !== undefined) all.push({ _id: { $gt: query.afterId } });
    if (!query.order) return { filter: both(all), sort: { _id: 1 } };
    const field = this.field(query.order.facet);
    const [beyond, direction] = query.order.descending ? (['$lt', -1] as const) : (['$gt', 1] as const);
    all.push({ [field]: { $exists: true } });
    if (query.after) {
      const { value, id } = query.after;
      all.push({ $or: [{ [field]: { [beyond]: value } }, { [field]: value, _id: { [beyond]: id } }] });
    }
    return { filter: both(all), sort: { [field]: direction, _id: direction } };
  }

  tally(conditions: FacetConditions, by: readonly string[]): mongo.Document[] {
    const group = Object.fromEntries(by.map((name, i) => [`v${i}`, `$${this.field(name)}`]));
    return [{ $match: this.filter(conditions) }, { $group: { _id: group, count: { $sum: 1 } } }];
  }

  /** What {@link tally} answers for each group. */
  toTally({ _id, count }: mongo.Document, by: readonly string[]): Tally {
    const values = _id as Record<string, Tally['values'][number] | null>;
    return { values: by.map((_name, i) => values[`v${i}`] ?? undefined), count: count as number };
  }

  private range({ facet, from, to, orAbsent }: FacetRange): Condition {
    const field = this.field(facet);
    const within = {
      [field]: {
        $exists: true,
        ...(from === undefined ? undefined : { $gte: from }),
        ...(to === undefined ? undefined : { $lt: to }),
      },
    };
    return orAbsent ? { $or: [{ [field]: { $exists: false } }, within] } : within;
  }

  private field(name: string): string {
    if (!this.facets.some((facet) => facet.name === name))
      throw new UnknownFacet(`${this.collection} has no facet ${name}`);
    return `facets.${name}`;
  }
}

/** An empty list of conditions is no condition. */
function both(all: readonly Condition[]): Filter {
  return all.length === 0 ? {} : ({ $and: all } as Filter);
}
