import { type AggregateKind } from '@lienthong/store';
import { Schema } from 'mongoose';

/**
 * The fields of an aggregate's document, and its indexes. `dueAt` and facets are compound with `_id`, because due timers
 * and lists come in that order; few documents are parked or unpublished, so those indexes are sparse.
 */
export function aggregateSchema({ facets, tallied = [] }: Pick<AggregateKind, 'facets' | 'tallied'>): Schema {
  const schema = new Schema(
    {
      _id: { type: String, required: true },
      version: { type: Number, required: true },
      state: Schema.Types.Mixed,
      sent: { type: Number, required: true },
      seen: [Schema.Types.Mixed],
      parked: Schema.Types.Mixed,
      dueAt: Number,
      facets: Schema.Types.Mixed,
      outbox: [Schema.Types.Mixed],
      releases: { type: [String], default: undefined },
      writer: { type: String, required: true },
      attempt: { type: Number, required: true },
      unpublishedSince: Number,
    },
    { versionKey: false, minimize: false },
  );
  schema.index({ dueAt: 1, _id: 1 });
  schema.index({ unpublishedSince: 1 }, { sparse: true });
  schema.index({ 'parked.since': 1 }, { sparse: true });
  for (const { name, indexed } of facets) if (indexed) schema.index({ [`facets.${name}`]: 1, _id: 1 });
  for (const names of tallied)
    schema.index(Object.fromEntries(names.map((name) => [`facets.${name}`, 1 as const])));
  return schema;
}
