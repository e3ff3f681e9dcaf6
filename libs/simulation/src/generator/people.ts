import { type IsoDay, isoDay } from '@lienthong/calendar';
import { type Address, type Sex } from '@lienthong/contracts';
import { DAY_MS } from './filing-days';
import { ethnicityIn, fullNameOf, surnameOf } from './names';
import { type Places } from './places';
import { type Random } from './random';

export interface Adult {
  readonly fullName: string;
  readonly surname: string;
  readonly personalId: string;
  readonly dateOfBirth: IsoDay;
  readonly ethnicity: string;
  readonly residence: Address;
}

/**
 * Serials 0–499,999 belong to the deceased and the rest to everyone else, so that no applicant of one dossier
 * is the deceased of another: the registry would rightly refuse that.
 */
const DECEASED_SERIALS = 500_000;
const SERIALS = 1_000_000;
/** Coprime to {@link DECEASED_SERIALS}: consecutive deaths get serials that look random, each once. */
const SERIAL_STRIDE = 311_111;

/** People of the past and present with consistent identity data. */
export class People {
  /** How many deceased each bucket (province, sex, year of birth) has so far: bounded by the number of buckets. */
  private readonly deceasedInBucket = new Map<string, number>();

  constructor(
    private readonly places: Places,
    private readonly random: Random,
  ) {}

  /** Someone who lives at `communeCode` and is `ageDays` old at `instant` (epoch ms). */
  living(sex: Sex, communeCode: string, provinceCode: string, instant: number, ageDays: number): Adult {
    const serial = this.random.between(DECEASED_SERIALS, SERIALS - 1);
    return this.person(sex, communeCode, provinceCode, isoDay(instant - ageDays * DAY_MS), () => serial);
  }

  /**
   * Someone who is nobody else's deceased.
   * @throws RangeError after 500,000 deaths of one sex, year of birth and province
   */
  deceased(sex: Sex, communeCode: string, provinceCode: string, instant: number, ageDays: number): Adult {
    return this.person(sex, communeCode, provinceCode, isoDay(instant - ageDays * DAY_MS), (prefix) => {
      const count = this.deceasedInBucket.get(prefix) ?? 0;
      if (count >= DECEASED_SERIALS) throw new RangeError('too many deaths of one bucket of personal ids');
      this.deceasedInBucket.set(prefix, count + 1);
      return (count * SERIAL_STRIDE) % DECEASED_SERIALS;
    });
  }

  private person(
    sex: Sex,
    communeCode: string,
    provinceCode: string,
    dateOfBirth: IsoDay,
    serialIn: (prefix: string) => number,
  ): Adult {
    const { random, places } = this;
    const prefix = idPrefix(places.birthProvince(provinceCode, random), sex, dateOfBirth);
    const ethnicity = ethnicityIn(provinceCode, random);
    const surname = surnameOf(ethnicity, random);
    return {
      fullName: fullNameOf(surname, sex, random),
      surname,
      personalId: prefix + String(serialIn(prefix)).padStart(6, '0'),
      dateOfBirth,
      ethnicity,
      residence: places.address(communeCode, random),
    };
  }
}

/** Province (3 digits), century and sex, year of birth: the first six digits of a số định danh cá nhân. */
function idPrefix(provinceCode: string, sex: Sex, dateOfBirth: IsoDay): string {
  const century = Number(dateOfBirth.slice(0, 2)) - 19;
  return `0${provinceCode}${century * 2 + (sex === 'female' ? 1 : 0)}${dateOfBirth.slice(2, 4)}`;
}
