import { parseStrictJson, Problem, problemBody } from '@lienthong/platform';
import { type BirthReference } from '@lienthong/simulation';
import { ndjsonLines } from '../../../../gateway/src/batch/ndjson-lines';
import { type Entry, EntryFault } from './entry';

type Fields = Readonly<Record<string, unknown>>;

/**
 * One dossier a line: `{ submittedAt, idempotencyKey?, birth?, dossier }`, or as the gateway's batch endpoint takes it,
 * the dossier itself with the fields `submittedAt` and `idempotencyKey`. Blank lines are passed over.
 */
export async function* ndjsonEntries(bytes: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  for await (const { number, bytes: text } of ndjsonLines(bytes)) {
    if (!text) throw new EntryFault(number, 'longer than 64 KiB: a line holds one dossier');
    const value = parse(number, text);
    if (!isObject(value)) throw new EntryFault(number, 'not a JSON object');
    yield 'dossier' in value ? enveloped(number, value) : flat(number, value);
  }
}

function enveloped(line: number, { submittedAt, idempotencyKey, birth, dossier, ...others }: Fields): Entry {
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    throw new EntryFault(
      line,
      `/${unknown}: only submittedAt, idempotencyKey and birth may stand beside dossier`,
    );
  if (isObject(dossier) && 'submittedAt' in dossier)
    throw new EntryFault(line, '/dossier/submittedAt: must stand beside the dossier, not in it');
  const nameOf = (pointer: string): string => `/dossier${pointer}`;
  return { line, submittedAt, idempotencyKey, birth: birthOf(line, birth), dossier, nameOf };
}

function flat(line: number, { submittedAt, idempotencyKey, ...dossier }: Fields): Entry {
  const nameOf = (pointer: string): string => pointer;
  return { line, submittedAt, idempotencyKey, birth: undefined, dossier, nameOf };
}

function birthOf(line: number, birth: unknown): BirthReference | undefined {
  if (birth === undefined) return undefined;
  if (isObject(birth) && Object.keys(birth).length === 1 && typeof birth['idempotencyKey'] === 'string')
    return { idempotencyKey: birth['idempotencyKey'] };
  throw new EntryFault(line, '/birth: must be { "idempotencyKey": "…" } and name a birth of an earlier line');
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(line: number, bytes: Buffer): unknown {
  try {
    return parseStrictJson(bytes);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { detail, title, errors } = problemBody(error, { language: 'en' });
    const [first] = errors ?? [];
    throw new EntryFault(line, first ? `${first.pointer}: ${first.message}` : (detail ?? title));
  }
}
