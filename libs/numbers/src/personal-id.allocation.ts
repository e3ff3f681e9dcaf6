import { type Sex } from '@lienthong/contracts';
import { legacyProvince, survivingProvince } from '@lienthong/geography';
import { inRange, twoDigits } from './digits';
import { InvalidNumberPart, NumberRangeExhausted } from './numbers.errors';
import { shuffledSixDigits } from './permutation';

/**
 * Which province code new numbers begin with. Whether births since 1/7/2025 use only the 34 surviving codes is
 * unconfirmed, so it is a choice: `surviving` turns a code of before the merger into its survivor, `legacy` keeps it.
 */
export type ProvincePrefix = 'surviving' | 'legacy';

/** What the first six digits say: everyone alike shares one running number. */
export interface PersonalIdGroup {
  /** Two digits: where the birth is registered. */
  readonly provinceCode: string;
  readonly sex: Sex;
  /** 1900–2399. */
  readonly birthYear: number;
  /** Default `surviving`. */
  readonly provincePrefix?: ProvincePrefix;
}

const MAX_COUNTER = 999_999;
const DEFAULT_KEY = 0x63_2024;

/**
 * Name of the running number that {@link personalIdFor} counts on.
 * @throws InvalidNumberPart
 */
export function personalIdBucket(group: PersonalIdGroup): string {
  return `personal-id:${firstSixDigits(group)}`;
}

/**
 * Allocates a personal id number (số định danh cá nhân): valid and unique by construction as long as `counter`
 * is used once a bucket, with last digits that tell nothing of the order.
 * @param request.counter the bucket's running number, 0–999,999
 * @param request.key chooses the shuffle; keep it for good, another one repeats numbers already given
 * @throws NumberRangeExhausted with code `PersonalIdRangeExhausted`
 * @throws InvalidNumberPart for an unknown province or a birth year outside 1900–2399
 */
export function personalIdFor(
  request: PersonalIdGroup & { readonly counter: number; readonly key?: number },
): string {
  if (!inRange(request.counter, 0, MAX_COUNTER)) {
    throw new NumberRangeExhausted('PersonalIdRangeExhausted', request.counter, `0–${MAX_COUNTER}`);
  }
  const prefix = firstSixDigits(request);
  // Each bucket has a shuffle of its own, or the n-th child of every bucket would end alike.
  const key = (request.key ?? DEFAULT_KEY) ^ Math.imul(+prefix, 0x27d4eb2f);
  return prefix + shuffledSixDigits(request.counter, key);
}

function firstSixDigits({ provinceCode, sex, birthYear, provincePrefix }: PersonalIdGroup): string {
  if (!inRange(birthYear, 1900, 2399)) throw new InvalidNumberPart('birth year from 1900 to 2399', birthYear);
  const province =
    provincePrefix === 'legacy' ? legacyProvince(provinceCode)?.code : survivingProvince(provinceCode);
  if (province === undefined) throw new InvalidNumberPart('province code', provinceCode);
  const centuries = Math.floor((birthYear - 1900) / 100);
  return `0${province}${2 * centuries + (sex === 'male' ? 0 : 1)}${twoDigits(birthYear % 100)}`;
}
