import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Geography, createGeography } from '@lienthong/geography';

let loaded: Geography | undefined;

/**
 * The official lists of `data/`, read once a process. Found from here upwards, so it works from the
 * sources and from the build.
 * @throws when no folder above holds `data/communes.csv`; GeographyDataError for a broken list
 */
export function loadGeography(): Geography {
  loaded ??= readLists(findDataFolder(__dirname));
  return loaded;
}

function readLists(folder: string): Geography {
  return createGeography(
    readFileSync(join(folder, 'provinces.csv'), 'utf8'),
    readFileSync(join(folder, 'communes.csv'), 'utf8'),
  );
}

function findDataFolder(start: string): string {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'data', 'communes.csv'))) return join(folder, 'data');
    if (dirname(folder) === folder) throw new Error(`no data/communes.csv in any folder above ${start}`);
  }
}
