import { type IsoDay, isoDay } from '@lienthong/calendar';
import { type Sex } from '@lienthong/contracts';
import { DAY_MS } from './filing-days';
import { fullNameOf } from './names';
import { type PersonalIds } from './personal-ids';
import { type Places } from './places';
import { type Random } from './random';

const YEAR_DAYS = 365.25;

export interface Adult {
  readonly fullName: string;
  readonly surname: string;
  readonly personalId: string;
  readonly dateOfBirth: IsoDay;
  readonly sex: Sex;
  readonly ethnicity: string;
}

/** Who is wanted. */
export interface AdultWanted {
  readonly sex: Sex;
  /** Two digits: where the person lives. */
  readonly provinceCode: string;
  readonly surname: string;
  readonly ethnicity: string;
  /** Age in years, parts included, at `at` (epoch ms). */
  readonly age: number;
  readonly at: number;
}

/** Makes grown-up people with identity data that fit together; nobody's personal id is another's. */
export class People {
  constructor(
    private readonly places: Places,
    private readonly ids: PersonalIds,
    private readonly random: Random,
  ) {}

  /** @throws RangeError when the personal ids of a province, sex and year of birth are used up */
  adult({ sex, provinceCode, surname, ethnicity, age, at }: AdultWanted): Adult {
    const dateOfBirth = isoDay(at - Math.round(age * YEAR_DAYS) * DAY_MS);
    const birthYear = Number(dateOfBirth.slice(0, 4));
    const fullName = fullNameOf({ surname, ethnicity, sex, birthYear }, this.random);
    const personalId = this.ids.next(this.places.birthProvince(provinceCode, this.random), sex, dateOfBirth);
    return { fullName, surname, personalId, dateOfBirth, sex, ethnicity };
  }
}

/** Age in years at `at` (epoch ms), parts included. */
export function ageAt({ dateOfBirth }: Pick<Adult, 'dateOfBirth'>, at: number): number {
  return (at - Date.parse(dateOfBirth)) / (YEAR_DAYS * DAY_MS);
}
