import { type IsoDay, isIsoDay } from '@lienthong/calendar';
import { legacyProvince } from '@lienthong/geography';
import { inRange } from './digits';
import { InvalidNumberPart, NumberRangeExhausted } from './numbers.errors';

/** What forms carry for someone without an insurance number. */
export const NO_INSURANCE_NUMBER = '0000000000';

/** Object code of children under 6 (TE) and benefit level 1. */
const CHILD_CARD = 'TE1';
const MAX_COUNTER = 99_999_999;
const INSURANCE_NUMBER = /^\d{10}$/;
const CHILD_CARD_NUMBER = /^TE1(\d{2})(\d{10})$/;

/**
 * Insurance number (mã số BHXH): two digits for the province that issues it, eight that count.
 * @param counter the province's running number, from 1
 * @throws NumberRangeExhausted past 99,999,999
 * @throws InvalidNumberPart for an unknown province
 */
export function insuranceNumberFor(provinceCode: string, counter: number): string {
  if (!inRange(counter, 1, MAX_COUNTER)) {
    throw new NumberRangeExhausted('InsuranceNumberRangeExhausted', counter, `1–${MAX_COUNTER}`);
  }
  if (!legacyProvince(provinceCode)) throw new InvalidNumberPart('province code', provinceCode);
  return provinceCode + `${100_000_000 + counter}`.slice(1);
}

/** Ten digits; {@link NO_INSURANCE_NUMBER} is no number. */
export function isInsuranceNumber(text: string): boolean {
  return INSURANCE_NUMBER.test(text) && text !== NO_INSURANCE_NUMBER;
}

/**
 * Number of the health-insurance card (mã thẻ BHYT) of a child under 6: 15 characters.
 * @throws InvalidNumberPart for an unknown province or what is no insurance number
 */
export function healthCardNumber(provinceCode: string, insuranceNumber: string): string {
  if (!legacyProvince(provinceCode)) throw new InvalidNumberPart('province code', provinceCode);
  if (!isInsuranceNumber(insuranceNumber)) throw new InvalidNumberPart('insurance number', insuranceNumber);
  return CHILD_CARD + provinceCode + insuranceNumber;
}

/** The parts of a child's card number; undefined when `text` is none. */
export function parseHealthCardNumber(
  text: string,
): { readonly provinceCode: string; readonly insuranceNumber: string } | undefined {
  const [, provinceCode = '', insuranceNumber = ''] = CHILD_CARD_NUMBER.exec(text) ?? [];
  return legacyProvince(provinceCode) && isInsuranceNumber(insuranceNumber)
    ? { provinceCode, insuranceNumber }
    : undefined;
}

/**
 * Last day a child's card is valid: the end of the month in which the child is 72 months old, but 30 September
 * of that year when that is later, so that the card lasts until school begins.
 * @param dateOfBirth `yyyy-MM-dd`
 * @throws InvalidNumberPart
 */
export function healthCardValidTo(dateOfBirth: IsoDay): IsoDay {
  if (!isIsoDay(dateOfBirth)) throw new InvalidNumberPart('date of birth', dateOfBirth);
  const year = Number(dateOfBirth.slice(0, 4)) + 6;
  const month = dateOfBirth.slice(5, 7);
  if (month <= '09') return `${year}-09-30`;
  return `${year}-${month}-${month === '11' ? '30' : '31'}`;
}
