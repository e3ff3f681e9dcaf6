import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGeography, type Geography, type GeographyFile, OFFICIAL_LISTS } from '@lienthong/geography';

let loaded: Geography | undefined;

/** A list of provinces or communes that cannot be read. It belongs to the program, so what helps is to install that again. */
export class GeographyFileMissing extends Error {
  readonly code = 'geography-file-missing';
  readonly exitCode = 2;

  constructor(path: string, cause: unknown) {
    const why = (cause as NodeJS.ErrnoException).code === 'ENOENT' ? 'is missing' : 'cannot be read';
    super(
      `${path} ${why}: it is the program's own list of provinces or communes, get it again (git restore, the image)`,
      { cause },
    );
  }
}

/**
 * The official lists of provinces and communes, read once a process.
 * @throws GeographyFileMissing for a list that cannot be read; GeographyDataError for one that is broken
 */
export function loadGeography(): Geography {
  return (loaded ??= readGeography(OFFICIAL_LISTS));
}

/** {@link loadGeography} from another folder, each time anew. */
export function readGeography(folder: string): Geography {
  return createGeography(read(folder, 'provinces.csv'), read(folder, 'communes.csv'), () =>
    read(folder, 'former-communes.csv'),
  );
}

function read(folder: string, file: GeographyFile): string {
  const path = join(folder, file);
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new GeographyFileMissing(path, error);
  }
}
