import { JSON_LIMITS } from '@lienthong/platform';

/** One line of an NDJSON stream, counted from 1. Without `bytes` it was longer than a dossier may be. */
export interface NdjsonLine {
  readonly number: number;
  readonly bytes: Buffer | undefined;
}

const NEWLINE = 0x0a;

/**
 * Cuts a byte stream into lines, holding no more than one line in memory: the rest of a line beyond `maxBytes` is
 * read past. Blank lines are counted but not handed out. Reads on only when the consumer asks, so a slow consumer
 * slows the sender.
 */
export async function* ndjsonLines(
  stream: AsyncIterable<Buffer>,
  maxBytes: number = JSON_LIMITS.bytes,
): AsyncGenerator<NdjsonLine> {
  let number = 0;
  let parts: Buffer[] = [];
  let length = 0;
  const take = (): NdjsonLine | undefined => {
    const tooLong = length > maxBytes;
    const bytes = tooLong ? undefined : Buffer.concat(parts, length);
    parts = [];
    length = 0;
    number++;
    return bytes && isBlank(bytes) ? undefined : { number, bytes };
  };
  for await (const chunk of stream) {
    let start = 0;
    while (start < chunk.length) {
      const newline = chunk.indexOf(NEWLINE, start);
      const end = newline < 0 ? chunk.length : newline;
      if (length <= maxBytes) parts.push(chunk.subarray(start, end));
      length += end - start;
      if (length > maxBytes) parts = [];
      start = end + 1;
      if (newline < 0) break;
      const line = take();
      if (line) yield line;
    }
  }
  if (length > 0) {
    const line = take();
    if (line) yield line;
  }
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}
