/** A province or centrally-run city (tỉnh, thành phố) of the 34 since 1/7/2025. */
export interface Province {
  /** Two digits. */
  readonly code: string;
  readonly name: string;
  /** Inhabitants: a weight for simulated filings. */
  readonly population: number;
}

/** A commune, ward or special zone (xã, phường, đặc khu). */
export interface Commune {
  /** Five digits. */
  readonly code: string;
  readonly name: string;
  readonly provinceCode: string;
}

/** Provinces and communes by the official codes of QĐ 19/2025/QĐ-TTg. Look-ups take constant time. */
export interface Geography {
  /** Ascending by code. */
  readonly provinces: readonly Province[];
  /** Ascending by code. */
  readonly communes: readonly Commune[];
  province(code: string): Province | undefined;
  commune(code: string): Commune | undefined;
  provinceOfCommune(communeCode: string): Province | undefined;
  /** Ascending by code; empty for an unknown province. */
  communesOf(provinceCode: string): readonly Commune[];
  isProvince(code: string): boolean;
  isCommune(code: string): boolean;
}
