import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_FILE } from '@lienthong/embedded';
import { DEFAULT_DATA_DIR } from '@lienthong/platform';

/** The default up to version 0.1. */
const FORMER_DATA_DIR = './data';

/**
 * The line to start with where an earlier version left data in its default directory, which this version no longer
 * opens unasked. They are not touched. Undefined: there are none, or a directory was chosen.
 */
export function formerDataNotice(dataDir: string): string | undefined {
  if (dataDir !== DEFAULT_DATA_DIR || !existsSync(join(FORMER_DATA_DIR, DATABASE_FILE))) return undefined;
  return `Data of an earlier version lie in ${FORMER_DATA_DIR} and are not used: go on with them by --data-dir ${FORMER_DATA_DIR}, or move them away. Used is ${dataDir}.`;
}
