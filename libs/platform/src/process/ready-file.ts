import { renameSync, writeFileSync } from 'node:fs';

/** Written whole or not at all: whoever waits for the file must not read half of it. */
export function writeReadyFile(path: string, url: string, pid = process.pid): void {
  writeFileSync(`${path}.tmp`, JSON.stringify({ url, pid }));
  renameSync(`${path}.tmp`, path);
}
