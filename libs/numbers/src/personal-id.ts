import { type Sex } from '@lienthong/contracts';
import { legacyProvince } from '@lienthong/geography';

/** What a personal id number tells. */
export interface PersonalId {
  /** Two-digit code of the province of birth registration, one of the 63 of before 1/7/2025 or the 34 since. */
  readonly province: string;
  readonly sex: Sex;
  /** 20 for those born 1900–1999, 21 for 2000–2099, … */
  readonly century: number;
  readonly birthYear: number;
  /** The last six digits, which tell nothing. */
  readonly serial: string;
}

export type PersonalIdFault = 'not-12-digits' | 'unknown-province';

export type ParsedPersonalId =
  | { readonly valid: true; readonly value: PersonalId }
  | { readonly valid: false; readonly fault: PersonalIdFault };

const TWELVE_DIGITS = /^\d{12}$/;

/**
 * Reads a personal id number (số định danh cá nhân, NĐ 137/2015): three digits for the province, padded with
 * a zero; one for century and sex; two for the birth year; six random. There is no check digit.
 */
export function parsePersonalId(text: string): ParsedPersonalId {
  if (!TWELVE_DIGITS.test(text)) return { valid: false, fault: 'not-12-digits' };
  const province = text.slice(1, 3);
  if (!text.startsWith('0') || !legacyProvince(province)) return { valid: false, fault: 'unknown-province' };
  const centuryAndSex = Number(text[3]);
  const centuries = centuryAndSex >> 1;
  return {
    valid: true,
    value: {
      province,
      sex: centuryAndSex % 2 === 0 ? 'male' : 'female',
      century: 20 + centuries,
      birthYear: 1900 + 100 * centuries + Number(text.slice(4, 6)),
      serial: text.slice(6),
    },
  };
}

export function isPersonalId(text: string): boolean {
  return parsePersonalId(text).valid;
}

/**
 * Whether a valid number fits what is known of its holder; what is left out is not compared.
 * @param person.dateOfBirth ISO date, of which the year counts
 */
export function matchesPerson(
  id: string,
  person: { readonly sex?: Sex; readonly dateOfBirth?: string },
): boolean {
  const parsed = parsePersonalId(id);
  if (!parsed.valid) return false;
  const { sex, birthYear } = parsed.value;
  const sexFits = person.sex === undefined || person.sex === sex;
  return (
    sexFits && (person.dateOfBirth === undefined || Number(person.dateOfBirth.slice(0, 4)) === birthYear)
  );
}
