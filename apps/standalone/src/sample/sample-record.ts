import { type EmbeddedDatabase } from '@lienthong/embedded';

const KEY = 'sample';

/** Which sample this data directory began with, and whether its replay has ended. */
export interface SampleRecord {
  readonly dossiers: number;
  readonly seed: number;
  /** Where the replayed past ends (epoch ms). */
  readonly until: number;
  readonly finished: boolean;
}

export function readSample(database: EmbeddedDatabase): SampleRecord | undefined {
  const bytes = database.meta.get(KEY);
  return bytes && (JSON.parse(Buffer.from(bytes).toString('utf8')) as SampleRecord);
}

export function writeSample(database: EmbeddedDatabase, record: SampleRecord): void {
  database.meta.set(KEY, Buffer.from(JSON.stringify(record)));
  database.touch();
}
