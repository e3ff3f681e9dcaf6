import { GeographyDataError, type GeographyFile } from './geography.errors';

/** A row's three fields and where it stands. */
export interface CsvRow {
  readonly line: number;
  readonly fields: readonly [string, string, string];
}

/**
 * The rows of a list with the given header of three columns. Lines end with LF or CRLF; the lists hold
 * no quoted fields, so a quote is an error rather than a character.
 * @throws GeographyDataError
 */
export function* csvRows(file: GeographyFile, text: string, header: string): Generator<CsvRow> {
  const lines = text.split(/\r?\n/);
  if (lines[0] !== header) throw new GeographyDataError(file, 1, `the header must be ${header}`);
  // The newline that ends the last line leaves one empty string.
  if (lines.at(-1) === '') lines.pop();
  for (let at = 1; at < lines.length; at++) {
    const line = at + 1;
    const fields = (lines[at] ?? '').split(',');
    const [code, name, third] = fields;
    if (code === undefined || name === undefined || third === undefined || fields.length > 3) {
      throw new GeographyDataError(file, line, `three fields expected, found ${fields.length}`);
    }
    if (name === '' || name !== name.trim() || name.includes('"')) {
      throw new GeographyDataError(file, line, `not a name: ${JSON.stringify(name)}`);
    }
    yield { line, fields: [code, name, third] };
  }
}
