import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type ReplayDossier } from '../../replay-dossier';
import { BadRecordedFile } from '../recorded/bad-recorded-file';
import { FILE_NAMES, formatOf } from '../recorded/file-format';
import { csvText } from './csv-text';
import { ndjsonText } from './write-ndjson';

/**
 * Saves dossiers as a file that `RecordedSource` reads, in the format that its name tells. The file is there when it is
 * whole, in the place of an older one; nothing is left where the signal or an error cuts it off.
 * @returns how many
 * @throws BadRecordedFile for a name that does not tell the format, and where the file cannot be written
 */
export async function exportDossiers(
  source: AsyncIterable<ReplayDossier>,
  file: string,
  signal?: AbortSignal,
): Promise<number> {
  const format = formatOf(file);
  if (!format) throw new BadRecordedFile(basename(file), undefined, FILE_NAMES);
  let count = 0;
  async function* counted(): AsyncGenerator<ReplayDossier> {
    for await (const next of source) {
      count++;
      yield next;
    }
  }
  const text = format.layout === 'csv' ? csvText(counted()) : ndjsonText(counted());
  const part = `${file}.part`;
  const out = createWriteStream(part);
  const options = signal ? { signal } : {};
  try {
    await (format.gzip ? pipeline(text, createGzip(), out, options) : pipeline(text, out, options));
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === undefined || syscall === undefined) throw error;
    throw new BadRecordedFile(basename(file), undefined, `cannot be written (${code})`);
  }
  return count;
}
