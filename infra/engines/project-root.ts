import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of package.json, from the sources and from dist/ alike. */
export function projectRoot(from: string = __dirname): string {
  return existsSync(join(from, 'package.json')) ? from : projectRoot(dirname(from));
}

/** Jars, data and state of the engines; git ignores it. */
export function enginesFolder(): string {
  return join(projectRoot(), '.engines');
}
