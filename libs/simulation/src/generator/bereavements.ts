import { type Address, type Sex } from '@lienthong/contracts';
import { type Commune } from '@lienthong/geography';
import { triangular } from '../hash';
import { addressIn } from './addresses';
import { type Families, type Family, noteFiling, removeChild } from './families';
import { DAY_MS } from './filing-days';
import { ethnicityIn, isMatrilineal, surnameOf } from './names';
import { type Adult, ageAt, type People } from './people';
import { type PersonalIds } from './personal-ids';
import { type Places } from './places';
import { type Random } from './random';

/** Planning values: deaths in families that have a child of this run, where one is found, and children among them. */
const FAMILY_SHARE = 0.02;
const CHILDREN_AMONG_THEM = 0.6;

/**
 * Nobody dies before the registry has decided what they filed: it registers nothing for an applicant whose death it
 * knows. Four months are longer than every supplement window and every delay of a decision around Tết.
 */
const APPLICANT_REST_MS = 120 * DAY_MS;
/** By then nearly every birth has its certificate. */
const CHILD_REST_MS = 30 * DAY_MS;

/** An earlier dossier of the same stream: the birth of the person this one is about. */
export interface BirthReference {
  readonly idempotencyKey: string;
}

/** Who died, and who files it. */
export interface Bereavement {
  readonly deceased: Pick<Adult, 'fullName' | 'personalId' | 'dateOfBirth' | 'sex' | 'ethnicity'>;
  /** Years, parts included. */
  readonly age: number;
  readonly diedAt: number;
  readonly home: Commune;
  readonly residence: Address;
  readonly applicant: Adult;
  /** Of the applicant to the deceased. */
  readonly relationship: string;
  /** Set for a child registered in this run. */
  readonly birth?: BirthReference;
}

type Loss = Pick<Bereavement, 'deceased' | 'applicant' | 'relationship' | 'birth'>;

/** Decides who has died: adults known to nobody here, or members of families of this run. Nobody dies twice. */
export class Bereavements {
  constructor(
    private readonly places: Places,
    private readonly people: People,
    private readonly ids: PersonalIds,
    private readonly families: Families,
    private readonly random: Random,
    private readonly applicantsDie: boolean,
  ) {}

  /** A death at `diedAt` that is filed at `submittedAt` (epoch ms). */
  next(submittedAt: number, diedAt: number): Bereavement {
    if (!this.random.chance(FAMILY_SHARE)) return this.elsewhere(submittedAt, diedAt);
    const loss = this.random.chance(CHILDREN_AMONG_THEM)
      ? this.ofChild(submittedAt, diedAt)
      : this.ofAdult(submittedAt, diedAt);
    return loss ?? this.elsewhere(submittedAt, diedAt);
  }

  private elsewhere(submittedAt: number, diedAt: number): Bereavement {
    const { random, people } = this;
    const { code: provinceCode } = this.places.province(random);
    const home = this.places.commune(provinceCode, random);
    const ethnicity = ethnicityIn(provinceCode, random);
    const sex: Sex = random.chance(0.55) ? 'male' : 'female';
    const age = triangular(random.next(), 19, 82, 98);
    const surname = surnameOf(ethnicity, random);
    const deceased = people.adult({ sex, provinceCode, surname, ethnicity, age, at: diedAt });
    const isChild = age >= 45 && random.chance(0.75);
    const handsDownName = isChild && (sex === 'female') === isMatrilineal(ethnicity);
    const applicant = people.adult({
      sex: isChild ? (random.chance(0.5) ? 'male' : 'female') : sex === 'male' ? 'female' : 'male',
      provinceCode,
      surname: handsDownName ? surname : surnameOf(ethnicity, random),
      ethnicity,
      age: isChild ? age - triangular(random.next(), 20, 26, 27) : Math.max(20, Math.min(age, 85)),
      at: submittedAt,
    });
    const relationship = isChild ? 'child' : 'spouse';
    return { deceased, age, diedAt, home, residence: addressIn(home, random), applicant, relationship };
  }

  private ofChild(submittedAt: number, diedAt: number): Bereavement | undefined {
    const family = this.families.find(
      ({ children, lastFiledAt }) =>
        children.some(({ resident }) => resident) &&
        diedAt > lastFiledAt &&
        submittedAt - lastFiledAt >= CHILD_REST_MS,
    );
    const child = family?.children.find(({ resident }) => resident);
    if (!family || !child) return undefined;
    const { idempotencyKey, fullName, dateOfBirth, sex, ethnicity } = child;
    const personalId = this.ids.standIn(sex, dateOfBirth);
    const byFather = family.father && this.random.chance(0.6) ? family.father : undefined;
    removeChild(family, child);
    return inFamily(family, submittedAt, diedAt, {
      deceased: { fullName, personalId, dateOfBirth, sex, ethnicity },
      applicant: byFather ?? family.mother,
      relationship: byFather ? 'father' : 'mother',
      birth: { idempotencyKey },
    });
  }

  private ofAdult(submittedAt: number, diedAt: number): Bereavement | undefined {
    const family = this.families.find(
      (one) =>
        diedAt > one.lastFiledAt &&
        submittedAt - one.lastFiledAt >= APPLICANT_REST_MS &&
        this.lossesIn(one).length > 0,
    );
    if (!family) return undefined;
    const loss = this.random.pick(this.lossesIn(family));
    if (loss.deceased === family.grandparent?.person) family.grandparent = undefined;
    else this.families.remove(family);
    return inFamily(family, submittedAt, diedAt, loss);
  }

  /** The adults whose death leaves someone to file it. */
  private lossesIn({ mother, father, grandparent, applicants }: Family): readonly Loss[] {
    const losses: Loss[] = [];
    if (grandparent) {
      const { person: deceased, child: applicant } = grandparent;
      losses.push({ deceased, applicant, relationship: 'child' });
    }
    if (father) {
      losses.push({ deceased: father, applicant: mother, relationship: 'spouse' });
      losses.push({ deceased: mother, applicant: father, relationship: 'spouse' });
    }
    return this.applicantsDie
      ? losses
      : losses.filter(({ deceased }) => !applicants.includes(deceased.personalId));
  }
}

function inFamily(family: Family, submittedAt: number, diedAt: number, loss: Loss): Bereavement {
  noteFiling(family, loss.applicant, submittedAt);
  const { home, residence } = family;
  return { ...loss, age: ageAt(loss.deceased, diedAt), diedAt, home, residence };
}
