/** Codes that the two electronic forms (Mẫu số 01, Mẫu số 02) offer where the law gives a closed choice. */

/** Kênh nộp: trực tuyến, một cửa, bưu chính. */
export const CHANNELS = ['online', 'one-stop-desk', 'postal'] as const;
/** Nhận kết quả. */
export const DELIVERIES = ['electronic', 'one-stop-desk', 'postal'] as const;
export const SEXES = ['male', 'female'] as const;
/** How precisely the moment of a death is known. */
export const DEATH_PRECISIONS = ['year', 'month', 'day', 'minute'] as const;

/** Quan hệ của người yêu cầu với trẻ, or with the deceased. */
export const RELATIONSHIPS = [
  'father',
  'mother',
  'parent',
  'spouse',
  'husband',
  'wife',
  'child',
  'son',
  'daughter',
  'sibling',
  'brother',
  'sister',
  'grandparent',
  'grandfather',
  'grandmother',
  'grandchild',
  'uncle',
  'aunt',
  'relative',
  'guardian',
  'caregiver',
  'institution',
  'authorised-person',
  'other',
] as const;

/** The relationships that only a man, or only a woman, can have. */
export const SEX_OF_RELATIONSHIP: Readonly<Record<string, 'male' | 'female'>> = {
  father: 'male',
  husband: 'male',
  son: 'male',
  brother: 'male',
  grandfather: 'male',
  uncle: 'male',
  mother: 'female',
  wife: 'female',
  daughter: 'female',
  sister: 'female',
  grandmother: 'female',
  aunt: 'female',
};

/** Trường hợp khai sinh: decides which parents the form asks for. */
export const BIRTH_CASES = [
  'both-parents-known',
  'mother-unknown',
  'father-unknown',
  'both-parents-unknown',
  'abandoned',
] as const;
export type BirthCase = (typeof BIRTH_CASES)[number];

/** Trường hợp đăng ký thường trú. */
export const RESIDENCE_CASES = [
  'with-parents',
  'with-non-owner-parents',
  'with-guardian',
  'with-relative',
  'religious-facility',
  'social-assistance-facility',
  'vehicle',
] as const;
export const RELATIONSHIPS_TO_HEAD = [
  'child',
  'grandchild',
  'sibling',
  'niece',
  'nephew',
  'relative',
  'ward',
  'other',
] as const;
/** How the household head or owner agreed: on VNeID, or a signed paper. */
export const CONSENTS = ['vneid', 'paper'] as const;

/** Giấy báo tử or what stands in for it. */
export const DEATH_NOTICE_KINDS = [
  'death-notice',
  'court-judgment',
  'execution-minutes',
  'police-conclusion',
  'forensic-conclusion',
  'witness-statement',
  'other',
] as const;

export const PAYMENT_METHODS = ['bank', 'cash', 'postal'] as const;
