/** A byte order mark, so that spreadsheets read Vietnamese as UTF-8. */
export const BOM = '\uFEFF';

type Cell = string | number | boolean | undefined;

/** One line of a CSV file (RFC 4180). Text that a spreadsheet would take for a formula is made text. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const text = String(cell ?? '');
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
