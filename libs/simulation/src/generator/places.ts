import { type Commune, type Geography, LEGACY_PROVINCES, type Province } from '@lienthong/geography';
import { type Random, type Weighted, weighted } from './random';

/** Where people live: provinces by population, communes of a province alike, so that every commune comes. */
export class Places {
  private readonly byPopulation: Weighted<Province>;
  private readonly anyLegacy: readonly string[] = LEGACY_PROVINCES.map(({ code }) => code);
  private readonly legacyOf = new Map<string, string[]>();

  constructor(private readonly geography: Geography) {
    // Largest first: most draws end at once.
    const provinces = [...geography.provinces].sort((a, b) => b.population - a.population);
    this.byPopulation = weighted(provinces.map((province) => [province, province.population]));
    for (const { code, survivor } of LEGACY_PROVINCES) {
      const codes = this.legacyOf.get(survivor);
      if (codes) codes.push(code);
      else this.legacyOf.set(survivor, [code]);
    }
  }

  province(random: Random): Province {
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
}
