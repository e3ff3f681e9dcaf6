import { readFile, writeFile } from 'node:fs/promises';
import { type ReplayReport } from './replay-report';

/** Writes the report as JSON. */
export async function writeJson(report: ReplayReport, path: string): Promise<void> {
  await writeFile(path, `${JSON.stringify(report, undefined, 2)}\n`);
}

/**
 * Reads a report that {@link writeJson} wrote.
 * @throws Error in one line where the file cannot be read, is no report, or one of another version
 */
export async function readReport(path: string): Promise<ReplayReport> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(`cannot read ${path}: ${error.code ?? error.message}`);
  });
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new Error(`${path} is no JSON: give a file that --json wrote`);
  }
  if (isReport(content)) return content;
  throw new Error(`${path} is no replay report of format 1: give a file that this version's --json wrote`);
}

function isReport(content: unknown): content is ReplayReport {
  return (
    typeof content === 'object' &&
    content !== null &&
    'format' in content &&
    content.format === 1 &&
    'statistics' in content &&
    'throughput' in content
  );
}
