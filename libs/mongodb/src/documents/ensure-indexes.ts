import { type Model, type mongo } from 'mongoose';
import { type AggregateDocument } from './aggregate.document';

/**
 * Builds the indexes that a model declares and its collection lacks; answers their names as `<collection>.<index>`.
 * Several processes may do so at once. Indexes that are no longer declared stay: dropping one is an operator's decision.
 */
export async function ensureIndexes(model: Model<AggregateDocument>): Promise<readonly string[]> {
  await model.createCollection();
  const collection = model.collection;
  const present = new Set((await collection.indexes()).map(({ key }) => keyName(key)));
  const built: string[] = [];
  for (const [key, options] of model.schema.indexes()) {
    const name = keyName(key as mongo.IndexDescriptionInfo['key']);
    if (present.has(name)) continue;
    await collection.createIndex(key as mongo.IndexSpecification, { ...(options as object), name });
    built.push(`${collection.name}.${name}`);
  }
  return built;
}

function keyName(key: mongo.IndexDescriptionInfo['key']): string {
  return Object.entries(key)
    .map(([field, direction]) => `${field}_${String(direction)}`)
    .join('_');
}
