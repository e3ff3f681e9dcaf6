import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Where this machine has a Chromium: what `CHROMIUM` names, else the first of the usual names in the path. */
export function chromiumPath(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = env['CHROMIUM'];
  if (named) return existsSync(named) ? named : undefined;
  const folders = (env['PATH'] ?? '').split(delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) =>
    existsSync(path),
  );
}

/** Why the tests of the console in a browser cannot run here; undefined when they can. */
export function lackOfChromium(env: NodeJS.ProcessEnv = process.env): string | undefined {
  if (chromiumPath(env) !== undefined) return undefined;
  return env['CHROMIUM']
    ? `CHROMIUM names ${env['CHROMIUM']}, which is not there`
    : 'no Chromium in the path: install the package chromium, or name one by CHROMIUM';
}
