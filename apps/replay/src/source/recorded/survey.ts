import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isoDay } from '@lienthong/calendar';
import { type RecordedContent } from '../dossier-source';
import { BadRecordedFile } from './bad-recorded-file';
import { RecordedSource } from './recorded-source';

/**
 * Reads a recorded file from end to end before anything is replayed, so that what is wrong with it is said at once, and
 * tells what it holds. It keeps all keys while it reads: some 100 bytes a dossier.
 * @throws BadRecordedFile for what {@link RecordedSource} finds, an empty file, a key used twice, and a death that names
 * no birth of an earlier line
 */
export async function surveyRecorded(file: string): Promise<RecordedContent> {
  const name = basename(file);
  const births = new Set<string>();
  const deaths = new Set<string>();
  let first: number | undefined;
  let last = 0;
  for await (const { line, dossier } of new RecordedSource(file).lines()) {
    const { idempotencyKey, birth, submittedAt } = dossier;
    if (births.has(idempotencyKey) || deaths.has(idempotencyKey))
      throw new BadRecordedFile(name, line, 'idempotencyKey: stands on an earlier line too');
    if (birth && !births.has(birth.idempotencyKey))
      throw new BadRecordedFile(name, line, 'the birth it names is on no earlier line');
    (dossier.dossier.procedureGroup === 'birth' ? births : deaths).add(idempotencyKey);
    first ??= submittedAt;
    last = submittedAt;
  }
  if (first === undefined) throw new BadRecordedFile(name, undefined, 'holds no dossiers');
  return {
    births: births.size,
    deaths: deaths.size,
    from: isoDay(first),
    to: isoDay(last),
    sha256: await sha256Of(file),
  };
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}
