import { isUtf8 } from 'node:buffer';
import { EntryFault } from './entry';

const NEWLINE = 0x0a;
const DELIMITERS = [',', ';', '\t'] as const;
const UTF16 = ['fffe', 'feff'];

/** How a CSV file is written. */
export interface CsvDialect {
  readonly delimiter: string;
  /** The line of the column names, counted from 1: below a line `sep=;`, as spreadsheets write it, it is the second. */
  readonly headerLine: number;
}

/** What the first line, as far as its end, tells of the file: `sep=…`, or the delimiter that stands there most often. */
export function dialectOf(firstLine: string): CsvDialect {
  const [, named] = /^sep=(.)\r?$/.exec(firstLine) ?? [];
  if (named !== undefined) return { delimiter: named, headerLine: 2 };
  const counts = DELIMITERS.map((delimiter) => firstLine.split(delimiter).length);
  const most = Math.max(...counts);
  return { delimiter: DELIMITERS[counts.indexOf(most)] ?? ',', headerLine: 1 };
}

/**
 * The bytes again, in whole lines and without a byte order mark.
 * @throws EntryFault that names the line where they are no UTF-8
 */
export async function* wholeLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest = Buffer.alloc(0);
  let line = 1;
  let begun = false;
  const checked = (lines: Buffer): Buffer => {
    if (!isUtf8(lines))
      throw new EntryFault(line + firstWrong(lines), 'is no UTF-8: save the file as "CSV UTF-8"');
    line += newlines(lines);
    return lines;
  };
  for await (const chunk of bytes) {
    rest = Buffer.concat([rest, chunk]);
    if (!begun && rest.length >= 3) {
      if (UTF16.includes(rest.toString('hex', 0, 2)))
        throw new EntryFault(1, 'is UTF-16 ("Unicode text"): save the file as "CSV UTF-8"');
      if (rest.toString('hex', 0, 3) === 'efbbbf') rest = rest.subarray(3);
      begun = true;
    }
    const end = rest.lastIndexOf(NEWLINE) + 1;
    if (end === 0) continue;
    yield checked(rest.subarray(0, end));
    rest = rest.subarray(end);
  }
  if (rest.length > 0) yield checked(rest);
}

function newlines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) count++;
  return count;
}

/** How many lines come before the first that is no UTF-8. */
function firstWrong(lines: Buffer): number {
  let count = 0;
  for (let from = 0; from < lines.length; count++) {
    const newline = lines.indexOf(NEWLINE, from);
    const to = newline < 0 ? lines.length : newline;
    if (!isUtf8(lines.subarray(from, to))) return count;
    from = to + 1;
  }
  return count;
}
