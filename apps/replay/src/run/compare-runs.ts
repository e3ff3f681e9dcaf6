import { writeFile } from 'node:fs/promises';
import { BadOption } from '../options/bad-option';
import { compareReports, readReport, renderComparison } from '../report';

/**
 * Prints two reports side by side, and writes them as HTML where a path is given.
 * @throws BadOption in one line where a file is no report
 */
export async function compareRuns(
  [first, second]: readonly [string, string],
  html: string | undefined,
): Promise<void> {
  const [a, b] = await Promise.all([readReport(first), readReport(second)]).catch((error: Error) => {
    throw new BadOption(`--compare: ${error.message}`);
  });
  process.stdout.write(`${compareReports(a, b)}\n`);
  if (html !== undefined) await writeFile(html, renderComparison(a, b));
}
