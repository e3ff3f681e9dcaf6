import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

const BUILT = join('dist', 'console-ui');

/**
 * Where the build puts the page: `dist/console-ui`, found from here upwards, so it works from the sources and from the
 * build. The folder need not exist: the page may be built later.
 */
export function pageFolder(start: string = __dirname): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, BUILT)) || existsSync(join(folder, 'package.json')))
      return join(folder, BUILT);
    if (dirname(folder) === folder) return join(start, BUILT);
  }
}
