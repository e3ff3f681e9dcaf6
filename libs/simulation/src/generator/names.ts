import { type Sex } from '@lienthong/contracts';
import {
  ETHNICITIES_BY_PROVINCE,
  GIVEN_NAMES,
  KINH_SURNAMES,
  MIDDLE_NAMES,
  SURNAMES_BY_ETHNICITY,
} from './names.data';
import { type Random } from './random';

/** Dân tộc, by the province of residence. */
export function ethnicityIn(provinceCode: string, random: Random): string {
  let left = random.next();
  for (const [ethnicity, share] of ETHNICITIES_BY_PROVINCE[provinceCode] ?? []) {
    left -= share;
    if (left < 0) return ethnicity;
  }
  return 'Kinh';
}

/** Họ. */
export function surnameOf(ethnicity: string, random: Random): string {
  const own = SURNAMES_BY_ETHNICITY[ethnicity];
  return own && random.chance(0.85) ? random.pick(own) : random.weighted(KINH_SURNAMES);
}

/** Họ, chữ đệm, tên: surname, middle name, given name. */
export function fullNameOf(surname: string, sex: Sex, random: Random): string {
  return `${surname} ${random.pick(MIDDLE_NAMES[sex])} ${random.pick(GIVEN_NAMES[sex])}`;
}
