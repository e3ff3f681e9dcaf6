import { type FacetColumn, type StoredQuery } from '@lienthong/store';
import { type mongo } from 'mongoose';
import { type AggregateDocument } from '../documents/aggregate.document';

export class UnknownFacet extends Error {
  readonly code = 'unknown-facet';
}

type Condition = string | { $gt?: string; $gte?: number; $lt?: number };

/** @throws UnknownFacet when it asks for a column that the aggregate has not */
export function toFilter(
  collection: string,
  facets: readonly FacetColumn[],
  { where = {}, range, afterId }: StoredQuery,
): mongo.Filter<AggregateDocument> {
  const filter: Record<string, Condition | number> = {};
  const field = (name: string): string => {
    if (!facets.some((facet) => facet.name === name))
      throw new UnknownFacet(`${collection} has no facet ${name}`);
    return `facets.${name}`;
  };
  for (const [name, value] of Object.entries(where)) filter[field(name)] = value;
  const ranged = range ? [{ [field(range.facet)]: bounds(range) }] : [];
  if (afterId !== undefined) filter['_id'] = { $gt: afterId };
  return { $and: [filter, ...ranged] };
}

function bounds({ from, to }: NonNullable<StoredQuery['range']>): Condition {
  return { $gte: from ?? -Infinity, ...(to === undefined ? {} : { $lt: to }) };
}
