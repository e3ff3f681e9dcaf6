import { triangular } from '../hash';
import { addressIn } from './addresses';
import { type Family, type Grandparent } from './families';
import { ethnicityIn, isMatrilineal, surnameOf } from './names';
import { type Adult, ageAt, type People } from './people';
import { type Places } from './places';
import { type Random } from './random';

/** Planning values: shares of families. */
const FATHER_KNOWN = 0.95;
const SAME_ETHNICITY = 0.9;
const WITH_GRANDPARENT = 0.05;
const PATERNAL = 0.7;

/** Makes the families into which children are born. */
export class Households {
  constructor(
    private readonly places: Places,
    private readonly people: People,
    private readonly random: Random,
  ) {}

  /** A family that has its first child of this run at `bornAt` (epoch ms). */
  create(bornAt: number): Family {
    const { random } = this;
    const { code: provinceCode } = this.places.province(random);
    const home = this.places.commune(provinceCode, random);
    const ethnicity = ethnicityIn(provinceCode, random);
    const motherAge = triangular(random.next(), 18, 28, 44);
    const mother = this.parent('female', provinceCode, ethnicity, motherAge, bornAt);
    const father = random.chance(FATHER_KNOWN)
      ? this.father(provinceCode, ethnicity, motherAge, bornAt)
      : undefined;
    return {
      mother,
      father,
      grandparent: random.chance(WITH_GRANDPARENT)
        ? this.grandparent(mother, father, provinceCode, bornAt)
        : undefined,
      home,
      residence: addressIn(home, random),
      children: [],
      applicants: [],
      lastBornAt: bornAt,
      lastFiledAt: bornAt,
    };
  }

  /** The family moves within its province. */
  move(family: Family): void {
    family.home = this.places.commune(family.home.provinceCode, this.random);
    family.residence = addressIn(family.home, this.random);
  }

  private parent(sex: Adult['sex'], provinceCode: string, ethnicity: string, age: number, at: number): Adult {
    const surname = surnameOf(ethnicity, this.random);
    return this.people.adult({ sex, provinceCode, surname, ethnicity, age, at });
  }

  private father(provinceCode: string, motherEthnicity: string, motherAge: number, at: number): Adult {
    const age = Math.max(20, motherAge + triangular(this.random.next(), -4, 2, 10));
    const ethnicity = this.random.chance(SAME_ETHNICITY)
      ? motherEthnicity
      : ethnicityIn(provinceCode, this.random);
    return this.parent('male', provinceCode, ethnicity, age, at);
  }

  private grandparent(
    mother: Adult,
    father: Adult | undefined,
    provinceCode: string,
    at: number,
  ): Grandparent {
    const { random } = this;
    const child = father && random.chance(PATERNAL) ? father : mother;
    const { ethnicity } = child;
    const sex = random.chance(0.4) ? 'male' : 'female';
    const handsDownName = (sex === 'female') === isMatrilineal(ethnicity);
    const surname = handsDownName ? child.surname : surnameOf(ethnicity, random);
    const age = ageAt(child, at) + triangular(random.next(), 19, 25, 38);
    return { child, person: this.people.adult({ sex, provinceCode, surname, ethnicity, age, at }) };
  }
}
