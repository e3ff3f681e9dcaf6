export {
  type CertificateEntry,
  ENTRIES_PER_BOOK,
  certificateEntry,
  formatCertificateNumber,
  parseCertificateNumber,
} from './certificate-number';
export {
  type DossierNumber,
  LINKED_AGENCY_ID,
  formatDossierNumber,
  isDossierNumber,
  parseDossierNumber,
} from './dossier-number';
export {
  NO_INSURANCE_NUMBER,
  healthCardNumber,
  healthCardValidTo,
  insuranceNumberFor,
  isInsuranceNumber,
  parseHealthCardNumber,
} from './health-insurance';
export {
  LINKED_STATUSES,
  type LinkedStatus,
  type LinkedStatusCode,
  nextLinkedStatusAllowed,
} from './linked-status';
export { type LocalNumber, formatLocalNumber, parseLocalNumber } from './local-number';
export { NATIONAL_STATUSES, type NationalStatusCode, type StatusLabel } from './national-status';
export {
  type BirthNoticeNumber,
  isBirthNoticeNumber,
  isCommuneDeathNoticeNumber,
  nationalBirthNoticeFrom,
  parseBirthNoticeNumber,
} from './notice-number';
export { InvalidNumberPart, NumberRangeExhausted, type RangeErrorCode } from './numbers.errors';
export {
  type ParsedPersonalId,
  type PersonalId,
  type PersonalIdFault,
  isPersonalId,
  matchesPerson,
  parsePersonalId,
} from './personal-id';
export {
  type PersonalIdGroup,
  type ProvincePrefix,
  personalIdBucket,
  personalIdFor,
} from './personal-id.allocation';
