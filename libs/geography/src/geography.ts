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

/** A commune, ward or township (xã, phường, thị trấn) of the day before 1/7/2025. */
export interface FormerCommune {
  /** Five digits. A commune of today may bear the same code and cover another area. */
  readonly code: string;
  readonly name: string;
  /**
   * Codes of the communes of today that its area went to, the main one first: the one that took all of its people; failing
   * that, that kept its name; failing that, its code; failing that, the one that the conversion table names first.
   */
  readonly communes: readonly [string, ...string[]];
}

/** Provinces and communes by the official codes of QĐ 19/2025/QĐ-TTg. Look-ups take constant time. */
export interface Geography {
  /** Ascending by code. */
  readonly provinces: readonly Province[];
  /** Ascending by code. */
  readonly communes: readonly Commune[];
  province(code: string): Province | undefined;
  commune(code: string): Commune | undefined;
  /** Of a code that only a former commune had: the province that its area, or the main part of it, belongs to today. */
  provinceOfCommune(communeCode: string): Province | undefined;
  /** Ascending by code; empty for an unknown province. */
  communesOf(provinceCode: string): readonly Commune[];
  isProvince(code: string): boolean;
  isCommune(code: string): boolean;
  /**
   * The commune that had the code on 30/6/2025; undefined when none had. The first look-up reads the list.
   * @throws GeographyDataError at the first look-up, when the list cannot be used
   */
  formerCommune(code: string): FormerCommune | undefined;
}
