import { mongo } from 'mongoose';

const DUPLICATE_KEY = 11_000;

export function isDuplicateKey(error: unknown): boolean {
  return error instanceof mongo.MongoServerError && error.code === DUPLICATE_KEY;
}

/**
 * The operations, by their index, that met a document which was there already, when these are all that went wrong with an
 * unordered bulk. Undefined when anything else did: then what took effect is not known for certain.
 */
export function duplicatesOnly(error: unknown): ReadonlySet<number> | undefined {
  if (!(error instanceof mongo.MongoBulkWriteError)) return undefined;
  const errors = [error.writeErrors].flat();
  if (errors.length === 0 || error.result.getWriteConcernError() !== undefined) return undefined;
  if (errors.some(({ code }) => code !== DUPLICATE_KEY)) return undefined;
  return new Set(errors.map(({ index }) => index));
}

/** Runs an unordered bulk; answers the operations that met a document which was there already. */
export async function runBulk(bulk: () => Promise<unknown>): Promise<ReadonlySet<number>> {
  try {
    await bulk();
    return NONE;
  } catch (error) {
    const duplicates = duplicatesOnly(error);
    if (!duplicates) throw error;
    return duplicates;
  }
}

const NONE: ReadonlySet<number> = new Set();
