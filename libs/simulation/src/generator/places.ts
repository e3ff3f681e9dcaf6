import { type Address } from '@lienthong/contracts';
import { type Commune, type Geography, LEGACY_PROVINCES } from '@lienthong/geography';
import { type Random, type Weighted, weighted } from './random';

const STREETS = [
  'Trần Hưng Đạo',
  'Lê Lợi',
  'Nguyễn Huệ',
  'Hai Bà Trưng',
  'Quang Trung',
  'Lý Thường Kiệt',
  'Phan Chu Trinh',
  'Hùng Vương',
  'Điện Biên Phủ',
  'Nguyễn Trãi',
  'Lê Duẩn',
  'Ngô Quyền',
];

/** Where people live: provinces by population, communes of a province alike. */
export class Places {
  private readonly byPopulation: Weighted<string>;
  private readonly anyLegacy: readonly string[] = LEGACY_PROVINCES.map(({ code }) => code);
  private readonly legacyOf = new Map<string, string[]>();

  constructor(private readonly geography: Geography) {
    this.byPopulation = weighted(geography.provinces.map(({ code, population }) => [code, population]));
    for (const { code, survivor } of LEGACY_PROVINCES) {
      const codes = this.legacyOf.get(survivor);
      if (codes) codes.push(code);
      else this.legacyOf.set(survivor, [code]);
    }
  }

  province(random: Random): string {
    return random.weighted(this.byPopulation);
  }

  commune(provinceCode: string, random: Random): Commune {
    return random.pick(this.geography.communesOf(provinceCode));
  }

  /** Two-digit province of before 1/7/2025 under which an adult who now lives in `provinceCode` was registered. */
  birthProvince(provinceCode: string, random: Random): string {
    const near = this.legacyOf.get(provinceCode);
    return random.pick(near && random.chance(0.85) ? near : this.anyLegacy);
  }

  address(communeCode: string, random: Random): Address {
    const detail = random.chance(0.6)
      ? `${random.between(1, 350)} ${random.pick(STREETS)}`
      : `Thôn ${random.between(1, 20)}`;
    return { communeCode, detail };
  }
}
