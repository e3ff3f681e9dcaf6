import { JSON_LIMITS, Problem } from '@lienthong/platform';
import { TURNS } from './turns';

/** One line of an NDJSON stream, counted from 1. Without `bytes` it was longer than a dossier may be. */
export interface NdjsonLine {
  readonly number: number;
  readonly bytes: Buffer | undefined;
}

const NEWLINE = 0x0a;
/** Blank lines in a row: who sends more sends no dossiers. */
const MOST_BLANK = 1_000;

/**
 * Cuts a byte stream into lines, holding no more than one line in memory: the rest of a line beyond `maxBytes` is
 * read past. Blank lines are counted but not handed out. Reads on only when the consumer asks, so a slow consumer
 * slows the sender, and lets others of this process have their turn, however many lines are at hand.
 * @throws Problem 400 `too-many-blank-lines`
 */
export async function* ndjsonLines(
  stream: AsyncIterable<Buffer>,
  maxBytes: number = JSON_LIMITS.bytes,
): AsyncGenerator<NdjsonLine> {
  let number = 0;
  let parts: Buffer[] = [];
  let length = 0;
  let blank = 0;
  const rest = TURNS.begin();
  const take = (): NdjsonLine | undefined => {
    const tooLong = length > maxBytes;
    const bytes = tooLong ? undefined : Buffer.concat(parts, length);
    parts = [];
    length = 0;
    number++;
    if (bytes && isBlank(bytes)) {
      if (++blank > MOST_BLANK) throw new Problem({ code: 'too-many-blank-lines' });
      return undefined;
    }
    blank = 0;
    return { number, bytes };
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
      await rest();
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
