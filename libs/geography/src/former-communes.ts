import { csvRows } from './csv-rows';
import { type Geography } from './geography';
import { GeographyDataError } from './geography.errors';

/** A commune, ward or township (xã, phường, thị trấn) of the day before 1/7/2025. */
export interface FormerCommune {
  /** Five digits. A commune of today may bear the same code and cover another area. */
  readonly code: string;
  readonly name: string;
  /**
   * Codes of the communes of today that its area went to, the main one first. The main one took all of its
   * people; failing that, it kept its name; failing that, its code; failing that, the conversion table names it first.
   */
  readonly communes: readonly [string, ...string[]];
}

/** The communes of before the merger. The list is read at the first look-up; after that a look-up takes constant time. */
export interface FormerCommunes {
  /**
   * The commune that had the code on 30/6/2025; undefined when none had.
   * @throws GeographyDataError at the first look-up, when the list cannot be used
   */
  find(code: string): FormerCommune | undefined;
  /** Ascending by code. */
  all(): readonly FormerCommune[];
}

/**
 * Knows the communes of before the merger by a list `code,name,communes`, whose last column holds codes of
 * `geography` with a space between them.
 * @param readCsv Called once, at the first look-up.
 */
export function createFormerCommunes(readCsv: () => string, geography: Geography): FormerCommunes {
  let byCode: ReadonlyMap<string, FormerCommune> | undefined;
  const known = (): ReadonlyMap<string, FormerCommune> => (byCode ??= readList(readCsv(), geography));
  return {
    find: (code) => known().get(code),
    all: () => [...known().values()],
  };
}

const FILE = 'former-communes.csv';
const COMMUNE_CODE = /^\d{5}$/;

function readList(csv: string, geography: Geography): ReadonlyMap<string, FormerCommune> {
  const list = new Map<string, FormerCommune>();
  let last = '';
  for (const { line, fields } of csvRows(FILE, csv, 'code,name,communes')) {
    const [code, name, targets] = fields;
    if (!COMMUNE_CODE.test(code)) throw new GeographyDataError(FILE, line, `not a five-digit code: ${code}`);
    if (code <= last) throw new GeographyDataError(FILE, line, `codes must ascend, each once: ${code}`);
    const [main, ...others] = targets.split(' ');
    const unknown = [main, ...others].find((target) => target === undefined || !geography.isCommune(target));
    if (main === undefined || unknown !== undefined)
      throw new GeographyDataError(FILE, line, `unknown commune: ${unknown ?? ''}`);
    list.set(code, { code, name, communes: [main, ...others] });
    last = code;
  }
  return list;
}
