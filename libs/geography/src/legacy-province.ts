import { LEGACY_PROVINCES, type LegacyProvince } from './legacy-provinces.data';

/**
 * First day of two-tier government (chính quyền địa phương hai cấp, `yyyy-MM-dd`): 34 provinces, no
 * districts, filing at any commune.
 */
export const twoTierFrom = '2025-07-01';

const BY_CODE: ReadonlyMap<string, LegacyProvince> = new Map(
  LEGACY_PROVINCES.map((province) => [province.code, province]),
);

/** A province of before 1/7/2025, by its two-digit code. */
export function legacyProvince(code: string): LegacyProvince | undefined {
  return BY_CODE.get(code);
}

/** Code of the province that `legacyCode` is part of since 1/7/2025; undefined when it is none of the 63. */
export function survivingProvince(legacyCode: string): string | undefined {
  return BY_CODE.get(legacyCode)?.survivor;
}
