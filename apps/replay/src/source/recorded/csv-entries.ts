import { pipeline } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { BIRTH_KEY, COLUMNS, DOSSIER_COLUMNS, IDEMPOTENCY_KEY, SUBMITTED_AT } from '../columns';
import { dialectOf, wholeLines } from './csv-dialect';
import { type Entry, EntryFault } from './entry';

/** A row of cells, and the line it ends on. */
interface Row {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}
interface Fields {
  [name: string]: string | readonly string[] | Fields;
}

const KNOWN: ReadonlySet<string> = new Set(COLUMNS);
const COLUMN_AT = new Map(DOSSIER_COLUMNS.map(({ path, name }) => [`/${path.join('/')}`, name]));
const MAX_ROW_CHARACTERS = 64 * 1024;

/** What the parser's faults are called here; its own messages tell values. */
const FAULTS: Readonly<Partial<Record<string, string>>> = {
  CSV_RECORD_INCONSISTENT_FIELDS_LENGTH: 'has not as many cells as the first row has columns',
  CSV_MAX_RECORD_SIZE: 'longer than 64 KiB: a row holds one dossier',
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is not closed',
};

/**
 * One dossier a row below a row of column names (RFC 4180); columns in any order, cells empty where nothing is given. Cells are
 * divided by commas, semicolons or tabs, whichever the first line shows.
 */
export async function* csvEntries(bytes: AsyncIterable<Buffer>): AsyncGenerator<Entry> {
  const lines = wholeLines(bytes);
  const first = await lines.next();
  const beginning = first.done ? '' : first.value.toString('utf8');
  const { delimiter, headerLine } = dialectOf(beginning.split('\n', 1)[0] ?? '');
  const parser = parse({
    delimiter,
    from_line: headerLine,
    info: true,
    skip_empty_lines: true,
    max_record_size: MAX_ROW_CHARACTERS,
  });
  // A fault of the bytes comes out of the parser's end too.
  const rows: AsyncIterable<Row> = pipeline(again(first, lines), parser, () => undefined);
  let columns: readonly string[] | undefined;
  try {
    for await (const { record, info } of rows) {
      if (columns) yield entryOf(info.lines, record, columns);
      else columns = checkedHeader(info.lines, record);
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : undefined;
    throw new EntryFault(line, FAULTS[error.code] ?? 'is no CSV: a quotation mark stands where none may be');
  }
  if (!columns) throw new EntryFault(1, `the first row must name the columns, ${SUBMITTED_AT} among them`);
}

async function* again(
  first: IteratorResult<Buffer, unknown>,
  rest: AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer> {
  if (!first.done) yield first.value;
  yield* rest;
}

function checkedHeader(line: number, names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  for (const name of names) {
    if (!KNOWN.has(name)) throw new EntryFault(line, `unknown column ${JSON.stringify(name.slice(0, 60))}`);
    if (seen.has(name)) throw new EntryFault(line, `column ${name} stands there twice`);
    seen.add(name);
  }
  if (!seen.has(SUBMITTED_AT)) throw new EntryFault(line, `column ${SUBMITTED_AT} is missing`);
  return names;
}

function entryOf(line: number, cells: readonly string[], columns: readonly string[]): Entry {
  const given = new Map<string, string>();
  columns.forEach((column, at) => {
    const cell = cells[at];
    if (cell) given.set(column, cell);
  });
  const birthKey = given.get(BIRTH_KEY);
  return {
    line,
    submittedAt: given.get(SUBMITTED_AT),
    idempotencyKey: given.get(IDEMPOTENCY_KEY),
    birth: birthKey === undefined ? undefined : { idempotencyKey: birthKey },
    dossier: dossierOf(given),
    nameOf: columnAt,
  };
}

function dossierOf(given: ReadonlyMap<string, string>): Fields {
  const dossier: Fields = {};
  for (const { name, path, list } of DOSSIER_COLUMNS) {
    const cell = given.get(name);
    if (cell === undefined) continue;
    let block = dossier;
    for (const part of path.slice(0, -1)) block = (block[part] ??= {}) as Fields;
    block[path.at(-1) ?? name] = list ? cell.split(' ').filter((word) => word !== '') : cell;
  }
  return dossier;
}

/** The column of a field, or of the list that holds it; a block is called by what its columns begin with. */
function columnAt(pointer: string): string {
  const field = pointer.replace(/\/\d+$/, '');
  return (
    COLUMN_AT.get(field) ?? field.slice(1).replace(/[/-](\w)/g, (_, letter: string) => letter.toUpperCase())
  );
}
