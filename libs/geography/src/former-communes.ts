import { csvRows } from './csv-rows';
import { type FormerCommune } from './geography';
import { GeographyDataError } from './geography.errors';

const FILE = 'former-communes.csv';
const COMMUNE_CODE = /^\d{5}$/;

/**
 * The communes of before the merger by their codes, from a list `code,name,communes` whose last column holds codes of today
 * with a space between them.
 * @throws GeographyDataError that names the line and what is wrong
 */
export function readFormerCommunes(
  csv: string,
  isCommune: (code: string) => boolean,
): ReadonlyMap<string, FormerCommune> {
  const list = new Map<string, FormerCommune>();
  let last = '';
  for (const { line, fields } of csvRows(FILE, csv, 'code,name,communes')) {
    const [code, name, targets] = fields;
    if (!COMMUNE_CODE.test(code)) throw new GeographyDataError(FILE, line, `not a five-digit code: ${code}`);
    if (code <= last) throw new GeographyDataError(FILE, line, `codes must ascend, each once: ${code}`);
    const [main, ...others] = targets.split(' ');
    const unknown = [main, ...others].find((target) => target === undefined || !isCommune(target));
    if (main === undefined || unknown !== undefined)
      throw new GeographyDataError(FILE, line, `unknown commune: ${unknown ?? ''}`);
    list.set(code, { code, name, communes: [main, ...others] });
    last = code;
  }
  return list;
}
