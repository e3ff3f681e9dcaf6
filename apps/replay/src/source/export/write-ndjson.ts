import { type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { toVietnamIso } from '@lienthong/platform';
import { type ReplayDossier } from '../../replay-dossier';
import { inChunks } from './in-chunks';

/** Dossiers as the lines of a recorded file. */
export function ndjsonText(source: AsyncIterable<ReplayDossier>): AsyncGenerator<string> {
  return inChunks(
    source,
    ({ submittedAt, ...rest }) => `${JSON.stringify({ submittedAt: toVietnamIso(submittedAt), ...rest })}\n`,
  );
}

/** Writes {@link ndjsonText} no faster than the stream takes it, and leaves the stream open. */
export async function writeNdjson(source: AsyncIterable<ReplayDossier>, stream: Writable): Promise<void> {
  await pipeline(ndjsonText(source), stream, { end: false });
}
