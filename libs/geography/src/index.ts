export { createGeography } from './create-geography';
export { createFormerCommunes, type FormerCommune, type FormerCommunes } from './former-communes';
export { type Commune, type Geography, type Province } from './geography';
export { GeographyDataError, type GeographyFile } from './geography.errors';
export { legacyProvince, survivingProvince, twoTierFrom } from './legacy-province';
export { LEGACY_PROVINCES, type LegacyProvince } from './legacy-provinces.data';
export { OFFICIAL_LISTS } from './official-lists';
