import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What a directory and everything in it takes on disk (bytes); 0 where there is none. */
export function directoryBytes(path: string): number {
  if (!existsSync(path)) return 0;
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}
