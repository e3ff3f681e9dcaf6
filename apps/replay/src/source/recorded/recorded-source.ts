import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Geography } from '@lienthong/geography';
import { loadGeography } from '@lienthong/platform';
import { type ReplayDossier } from '../../replay-dossier';
import { type DossierSource, type RecordedContent, type SourceDescription } from '../dossier-source';
import { BadRecordedFile } from './bad-recorded-file';
import { csvEntries } from './csv-entries';
import { type Entry, EntryFault } from './entry';
import { EntryChecker } from './entry-checker';
import { FILE_NAMES, type FileFormat, formatOf } from './file-format';
import { ndjsonEntries } from './ndjson-entries';

/** Some 64 dossiers: fewer, larger reads. */
const READ_BYTES = 256 * 1024;

/** Dossiers from a file (docs/replay-files.md), read as they are wanted and checked on the way. */
export class RecordedSource implements DossierSource {
  private readonly format: FileFormat;
  private readonly name: string;

  /**
   * @param content what `surveyRecorded` found in it: without it the number of dossiers is not known beforehand
   * @throws BadRecordedFile for a name that does not tell the format
   */
  constructor(
    private readonly file: string,
    private readonly content?: RecordedContent,
    private readonly geography: Geography = loadGeography(),
  ) {
    this.name = basename(file);
    const format = formatOf(file);
    if (!format) throw new BadRecordedFile(this.name, undefined, FILE_NAMES);
    this.format = format;
  }

  get count(): number | undefined {
    return this.content && this.content.births + this.content.deaths;
  }

  /** @throws BadRecordedFile from where the file is wrong, or cannot be read */
  async *[Symbol.asyncIterator](): AsyncGenerator<ReplayDossier> {
    for await (const { dossier } of this.lines()) yield dossier;
  }

  /** As the source itself, with the line of each dossier. */
  async *lines(): AsyncGenerator<{ readonly line: number; readonly dossier: ReplayDossier }> {
    const checker = new EntryChecker(this.geography);
    try {
      for await (const entry of this.entries()) yield { line: entry.line, dossier: checker.check(entry) };
    } catch (error) {
      throw this.explained(error);
    }
  }

  async firstInstant(): Promise<number | undefined> {
    for await (const { submittedAt } of this) return submittedAt;
    return undefined;
  }

  describe(): SourceDescription {
    return { kind: 'recorded', file: this.name, ...(this.content ? { content: this.content } : {}) };
  }

  private entries(): AsyncGenerator<Entry> {
    const raw = createReadStream(this.file, { highWaterMark: READ_BYTES });
    const bytes: AsyncIterable<Buffer> = this.format.gzip
      ? pipeline(raw, createGunzip({ chunkSize: READ_BYTES }), () => undefined)
      : raw;
    return this.format.layout === 'csv' ? csvEntries(bytes) : ndjsonEntries(bytes);
  }

  private explained(error: unknown): unknown {
    if (error instanceof EntryFault) return new BadRecordedFile(this.name, error.line, error.message);
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return new BadRecordedFile(this.name, undefined, 'there is no such file');
    if (code?.startsWith('Z_')) return new BadRecordedFile(this.name, undefined, 'is no whole gzip file');
    if (code?.startsWith('E')) return new BadRecordedFile(this.name, undefined, `cannot be read (${code})`);
    return error;
  }
}
