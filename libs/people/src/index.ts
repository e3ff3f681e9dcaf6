export { AGE_LIMITS, type AgeLimits, isSurelyOutside } from './ages';
export { ETHNICITIES, type Ethnicity } from './ethnicity.data';
export { UNKNOWN_ETHNICITY, canonicalEthnicity } from './ethnicity';
export { nameKey } from './name-key';
export { type AgeRange, DATE_PRECISIONS, ageRange, compareKnown, precisionOf } from './partial-date';
