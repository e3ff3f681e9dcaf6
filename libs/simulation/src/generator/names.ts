import { type Sex } from '@lienthong/contracts';
import { ETHNICITIES_BY_PROVINCE, NAMING_CUSTOMS } from './ethnic-names.data';
import { ADULT_NAMES, ELDER_NAMES, KINH_SURNAMES, type NamesOfGeneration, NEWBORN_NAMES } from './names.data';
import { type Random } from './random';

const ELDERS_BORN_BEFORE = 1970;
const NEWBORNS_BORN_FROM = 2010;
/** Planning value: newborns with a middle name more (`Nguyễn Ngọc Bảo Hân`), or their mother's surname in its place. */
const FOUR_PART_NAMES = 0.3;

/** What a name depends on, beside chance. */
export interface Naming {
  readonly surname: string;
  readonly ethnicity: string;
  readonly sex: Sex;
  readonly birthYear: number;
  /** Newborns of Kinh fashion may bear it between surname and given name. */
  readonly motherSurname?: string;
}

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
  const own = NAMING_CUSTOMS[ethnicity]?.surnames;
  return own && random.chance(0.85) ? random.pick(own) : random.weighted(KINH_SURNAMES);
}

/** Whether children of this ethnicity have their mother's surname. */
export function isMatrilineal(ethnicity: string): boolean {
  return NAMING_CUSTOMS[ethnicity]?.matrilineal === true;
}

/** Họ, chữ đệm, tên: surname, middle name, given name; by the custom of the person's people where it is another. */
export function fullNameOf(naming: Naming, random: Random): string {
  const custom = NAMING_CUSTOMS[naming.ethnicity];
  // Some give their children Kinh names.
  if (!custom?.names || random.chance(0.2)) return `${naming.surname} ${kinhNamesOf(naming, random)}`;
  const { particle, given } = custom.names[naming.sex];
  const name = random.pick(given);
  const own = particle.endsWith("'") ? particle + name : `${particle} ${name}`;
  return custom.clanLast ? `${own} ${naming.surname}` : `${naming.surname} ${own}`;
}

function kinhNamesOf({ sex, birthYear, motherSurname }: Naming, random: Random): string {
  if (birthYear < NEWBORNS_BORN_FROM) {
    return middleAndGiven((birthYear < ELDERS_BORN_BEFORE ? ELDER_NAMES : ADULT_NAMES)[sex], random);
  }
  const names = NEWBORN_NAMES[sex];
  const own = middleAndGiven(names, random);
  if (!random.chance(FOUR_PART_NAMES) || own.startsWith(names.traditional)) return own;
  const more = motherSurname !== undefined && random.chance(0.4) ? motherSurname : random.pick(names.middle);
  return own.startsWith(more) ? own : `${more} ${own}`;
}

/** No name is its own middle name. */
function middleAndGiven({ traditional, share, middle, given }: NamesOfGeneration, random: Random): string {
  const name = random.pick(given);
  const before = random.chance(share) ? traditional : random.pick(middle);
  return `${before === name ? traditional : before} ${name}`;
}
