import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The version of this program, of the nearest `package.json` above: it works from the sources and from the build. */
export function programVersion(): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file))
      return (JSON.parse(readFileSync(file, 'utf8')) as { readonly version: string }).version;
    if (dirname(folder) === folder) throw new Error(`no package.json in any folder above ${__dirname}`);
  }
}
