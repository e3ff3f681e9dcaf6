import { csvRows } from './csv-rows';
import { readFormerCommunes } from './former-communes';
import { type Commune, type FormerCommune, type Geography, type Province } from './geography';
import { GeographyDataError } from './geography.errors';

const PROVINCE_CODE = /^\d{2}$/;
const COMMUNE_CODE = /^\d{5}$/;
const POPULATION = /^[1-9]\d*$/;

const NO_FORMER_COMMUNES = (): string => 'code,name,communes\n';

/**
 * Reads the two lists, `code,name,population` and `code,name,provinceCode`.
 * @param readFormer gives the list of former communes, `code,name,communes`; called once, when one is first looked up
 * @throws GeographyDataError that names file, line and what is wrong
 */
export function createGeography(
  provincesCsv: string,
  communesCsv: string,
  readFormer: () => string = NO_FORMER_COMMUNES,
): Geography {
  const provinces = readProvinces(provincesCsv);
  const communes = readCommunes(communesCsv, provinces);
  return new CodedGeography(provinces, communes, readFormer);
}

class CodedGeography implements Geography {
  readonly provinces: readonly Province[];
  readonly communes: readonly Commune[];
  private readonly byProvince: ReadonlyMap<string, readonly Commune[]>;
  private formerByCode: ReadonlyMap<string, FormerCommune> | undefined;

  constructor(
    private readonly provinceByCode: ReadonlyMap<string, Province>,
    private readonly communeByCode: ReadonlyMap<string, Commune>,
    private readonly readFormer: () => string,
  ) {
    this.provinces = byCode(provinceByCode.values());
    this.communes = byCode(communeByCode.values());
    this.byProvince = new Map(
      this.provinces.map(({ code }) => [
        code,
        this.communes.filter((commune) => commune.provinceCode === code),
      ]),
    );
  }

  province(code: string): Province | undefined {
    return this.provinceByCode.get(code);
  }

  commune(code: string): Commune | undefined {
    return this.communeByCode.get(code);
  }

  provinceOfCommune(communeCode: string): Province | undefined {
    const commune =
      this.communeByCode.get(communeCode) ??
      this.communeByCode.get(this.formerCommune(communeCode)?.communes[0] ?? '');
    return commune && this.provinceByCode.get(commune.provinceCode);
  }

  communesOf(provinceCode: string): readonly Commune[] {
    return this.byProvince.get(provinceCode) ?? [];
  }

  isProvince(code: string): boolean {
    return this.provinceByCode.has(code);
  }

  isCommune(code: string): boolean {
    return this.communeByCode.has(code);
  }

  formerCommune(code: string): FormerCommune | undefined {
    this.formerByCode ??= readFormerCommunes(this.readFormer(), (target) => this.isCommune(target));
    return this.formerByCode.get(code);
  }
}

function readProvinces(csv: string): ReadonlyMap<string, Province> {
  const provinces = new Map<string, Province>();
  for (const { line, fields } of csvRows('provinces.csv', csv, 'code,name,population')) {
    const [code, name, population] = fields;
    if (!PROVINCE_CODE.test(code))
      throw new GeographyDataError('provinces.csv', line, `not a two-digit code: ${code}`);
    if (provinces.has(code))
      throw new GeographyDataError('provinces.csv', line, `code listed twice: ${code}`);
    if (!POPULATION.test(population))
      throw new GeographyDataError('provinces.csv', line, `not a population: ${population}`);
    provinces.set(code, { code, name, population: Number(population) });
  }
  return provinces;
}

function readCommunes(csv: string, provinces: ReadonlyMap<string, Province>): ReadonlyMap<string, Commune> {
  const communes = new Map<string, Commune>();
  for (const { line, fields } of csvRows('communes.csv', csv, 'code,name,provinceCode')) {
    const [code, name, provinceCode] = fields;
    if (!COMMUNE_CODE.test(code))
      throw new GeographyDataError('communes.csv', line, `not a five-digit code: ${code}`);
    if (communes.has(code)) throw new GeographyDataError('communes.csv', line, `code listed twice: ${code}`);
    if (!provinces.has(provinceCode))
      throw new GeographyDataError('communes.csv', line, `unknown province: ${provinceCode}`);
    communes.set(code, { code, name, provinceCode });
  }
  return communes;
}

function byCode<T extends { readonly code: string }>(items: Iterable<T>): readonly T[] {
  return [...items].sort((a, b) => (a.code < b.code ? -1 : 1));
}
