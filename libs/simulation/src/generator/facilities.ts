import { type Address } from '@lienthong/contracts';
import { type Commune, type Geography, type Province } from '@lienthong/geography';
import { nameInText, ownName } from './addresses';
import { type Random, type Weighted, weighted } from './random';

/** A place that delivers children and issues birth notices (giấy chứng sinh). */
export interface Facility {
  /** Five digits: the province and a running number. */
  readonly code: string;
  readonly name: string;
  readonly address: Address;
}

const INHABITANTS_A_FACILITY = 100_000;
const FEWEST = 8;
/** Births at each of a province's two largest hospitals for one elsewhere: a planning value. */
const LARGE_SHARE = 4;
const SERIALS = 99_999;
/** Centrally-run cities (thành phố trực thuộc trung ương), by code. */
const CITIES = new Set(['01', '31', '46', '48', '79', '92']);

/** The facilities of each province, the same in every run, and the numbers of the notices that they have issued. */
export class Facilities {
  private readonly byProvince: ReadonlyMap<string, Weighted<Facility>>;
  /** By facility and year: bounded by facilities and years. */
  private readonly issued = new Map<string, number>();

  constructor(geography: Geography) {
    this.byProvince = new Map(
      geography.provinces.map((province) => [province.code, facilitiesOf(province, geography)]),
    );
  }

  /** @throws RangeError for an unknown province */
  pick(provinceCode: string, random: Random): Facility {
    const facilities = this.byProvince.get(provinceCode);
    if (!facilities) throw new RangeError(`no province ${provinceCode}`);
    return random.weighted(facilities);
  }

  /**
   * Số giấy chứng sinh `XXXXX.GCS.ZZZZZ.YY`: serial, facility, year of birth. Each number once.
   * @throws RangeError after 99,999 of a facility and year
   */
  noticeNumber({ code }: Facility, dateOfBirth: string): string {
    const issuer = `${code}.${dateOfBirth.slice(2, 4)}`;
    const serial = (this.issued.get(issuer) ?? 0) + 1;
    if (serial > SERIALS) throw new RangeError(`facility and year ${issuer} have issued all birth notices`);
    this.issued.set(issuer, serial);
    return `${String(serial).padStart(5, '0')}.GCS.${issuer}`;
  }
}

function facilitiesOf({ code, name, population }: Province, geography: Geography): Weighted<Facility> {
  const communes = geography.communesOf(code);
  const count = Math.max(FEWEST, Math.round(population / INHABITANTS_A_FACILITY));
  const facilities: (readonly [Facility, number])[] = [];
  for (let i = 0; i < count; i++) {
    const commune = communes[Math.floor((i * communes.length) / count)];
    if (!commune) throw new RangeError(`province ${code} has no communes`);
    const facility: Facility = {
      code: code + String(i + 1).padStart(3, '0'),
      name: i < 2 ? largeHospital(i, code, name) : smallFacility(i, commune),
      address: { communeCode: commune.code },
    };
    facilities.push([facility, i < 2 ? LARGE_SHARE : 1]);
  }
  return weighted(facilities);
}

function largeHospital(index: number, provinceCode: string, province: string): string {
  if (index === 1) return `Bệnh viện Sản - Nhi ${province}`;
  return `Bệnh viện Đa khoa ${CITIES.has(provinceCode) ? 'thành phố' : 'tỉnh'} ${province}`;
}

function smallFacility(index: number, commune: Commune): string {
  if (index % 3 === 0) return `Trạm Y tế ${nameInText(commune)}`;
  return `${index % 3 === 1 ? 'Trung tâm Y tế' : 'Bệnh viện Đa khoa khu vực'} ${ownName(commune)}`;
}
