export { createGeography } from './create-geography';
export { type Commune, type FormerCommune, type Geography, type Province } from './geography';
export { GeographyDataError, type GeographyFile } from './geography.errors';
export { legacyProvince, survivingProvince, twoTierFrom } from './legacy-province';
export { LEGACY_PROVINCES, type LegacyProvince } from './legacy-provinces.data';
export { OFFICIAL_LISTS } from './official-lists';
