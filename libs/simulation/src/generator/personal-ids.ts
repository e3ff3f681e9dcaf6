import { type IsoDay } from '@lienthong/calendar';
import { type Sex } from '@lienthong/contracts';
import { LEGACY_PROVINCES } from '@lienthong/geography';
import { mix32 } from '../hash';
import { type Random } from './random';

const SERIALS = 1_000_000;
/** Coprime to {@link SERIALS}: people alike get serials that look random, each once. */
const SERIAL_STRIDE = 311_111;

/** Provinces of before 1/7/2025 under which the registry numbers no newborn any more. */
const RETIRED_PROVINCES = LEGACY_PROVINCES.filter(({ code, survivor }) => code !== survivor).map(
  ({ code }) => code,
);

/**
 * Gives personal ids (số định danh cá nhân) to invented people: no two people of a run have the same one. Memory is
 * bounded by the combinations of province, sex and year of birth.
 */
export class PersonalIds {
  private readonly given = new Map<string, number>();

  constructor(
    private readonly seed: number,
    private readonly random: Random,
  ) {}

  /**
   * For someone who was registered in a province of before 1/7/2025 (two digits).
   * @throws RangeError after a million people of one province, sex and year of birth
   */
  next(provinceCode: string, sex: Sex, dateOfBirth: IsoDay): string {
    const prefix = firstSixDigits(provinceCode, sex, dateOfBirth);
    const count = this.given.get(prefix) ?? 0;
    if (count >= SERIALS) throw new RangeError(`all personal ids that begin with ${prefix} have been given`);
    this.given.set(prefix, count + 1);
    const first = mix32(this.seed ^ Number(prefix)) % SERIALS;
    return prefix + String((first + count * SERIAL_STRIDE) % SERIALS).padStart(6, '0');
  }

  /** For a newborn in place of the number that the registry gives it: a valid one that the registry gives to nobody. */
  standIn(sex: Sex, dateOfBirth: IsoDay): string {
    return this.next(this.random.pick(RETIRED_PROVINCES), sex, dateOfBirth);
  }
}

/** Province (3 digits), century and sex, year of birth. */
function firstSixDigits(provinceCode: string, sex: Sex, dateOfBirth: IsoDay): string {
  const century = Number(dateOfBirth.slice(0, 2)) - 19;
  return `0${provinceCode}${century * 2 + (sex === 'female' ? 1 : 0)}${dateOfBirth.slice(2, 4)}`;
}
