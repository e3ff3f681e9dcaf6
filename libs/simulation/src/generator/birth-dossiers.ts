import { isoDay } from '@lienthong/calendar';
import { type BirthDossier, type BirthProcedure, type Person, type Sex } from '@lienthong/contracts';
import { applicantOf } from './applicants';
import { type Childbirth, type Childbirths } from './childbirths';
import { type Facilities } from './facilities';
import { addChild, type Family, noteFiling } from './families';
import { fullNameOf, isMatrilineal } from './names';
import { type Adult } from './people';
import { type Places } from './places';
import { type Random, weighted } from './random';

/** Planning values: the applicant may leave out one procedure. */
const PROCEDURES = weighted<readonly BirthProcedure[]>([
  [['birth-registration', 'permanent-residence', 'health-insurance-card'], 0.88],
  [['birth-registration', 'permanent-residence'], 0.06],
  [['birth-registration', 'health-insurance-card'], 0.06],
]);
const DELIVERIES = weighted<BirthDossier['delivery']>([
  ['electronic', 0.8],
  ['one-stop-desk', 0.16],
  ['postal', 0.04],
]);
const ONLINE = 0.85;
const HOME_TOWN_IS_HOME = 0.8;
/** Boys among newborns: 111 to 100 girls. */
const BOYS = 0.527;

type Child = BirthDossier['child'];

/** Writes the dossiers of births (mẫu số 01). */
export class BirthDossiers {
  constructor(
    private readonly places: Places,
    private readonly facilities: Facilities,
    private readonly childbirths: Childbirths,
    private readonly random: Random,
  ) {}

  /** A birth filed at `submittedAt` (epoch ms). */
  next(submittedAt: number, idempotencyKey: string): BirthDossier {
    const { random } = this;
    const childbirth = this.childbirths.next(submittedAt);
    const { family, facility } = childbirth;
    const procedures = random.weighted(PROCEDURES);
    const resident = procedures.includes('permanent-residence');
    const insured = procedures.includes('health-insurance-card');
    const { person, relationship } = this.applicant(family);
    const child = this.child(childbirth);
    const { fullName, dateOfBirth, sex, ethnicity } = child;
    noteFiling(family, person, submittedAt);
    addChild(family, { idempotencyKey, fullName, dateOfBirth, sex, ethnicity, resident });
    return {
      procedureGroup: 'birth',
      procedures,
      channel: random.chance(ONLINE) ? 'online' : 'one-stop-desk',
      agencies: {
        civilRegistry: family.home.code,
        ...(resident ? { residency: family.home.code } : {}),
        ...(insured ? { healthInsurance: family.home.provinceCode } : {}),
      },
      applicant: applicantOf(person, relationship, random),
      child,
      mother: parent(family.mother, family),
      ...(family.father ? { father: parent(family.father, family) } : {}),
      ...(resident ? { residence: this.residence(family) } : {}),
      ...(insured ? { healthInsurance: { initialFacility: facility.code } } : {}),
      delivery: random.weighted(DELIVERIES),
    };
  }

  private child({ family, facility, bornAt }: Childbirth): Child {
    const { mother, father, home } = family;
    const { random } = this;
    const dateOfBirth = isoDay(bornAt);
    const sex: Sex = random.chance(BOYS) ? 'male' : 'female';
    const ethnicity = (father ?? mother).ethnicity;
    const namesake = father && !isMatrilineal(ethnicity) ? father : mother;
    const fullName = fullNameOf(
      {
        surname: namesake.surname,
        ethnicity,
        sex,
        birthYear: Number(dateOfBirth.slice(0, 4)),
        ...(namesake !== mother && namesake.surname !== mother.surname
          ? { motherSurname: mother.surname }
          : {}),
      },
      random,
    );
    const homeTown = random.chance(HOME_TOWN_IS_HOME) ? home : this.places.commune(home.provinceCode, random);
    return {
      fullName,
      dateOfBirth,
      sex,
      ethnicity,
      nationality: 'VN',
      placeOfBirth: { ...facility.address, detail: facility.name },
      homeTown: { communeCode: homeTown.code },
      birthNoticeNumber: this.facilities.noticeNumber(facility, dateOfBirth),
      birthCase: father ? 'both-parents-known' : 'father-unknown',
    };
  }

  /** A grandparent who lives with the family files its first dossier: that is how the family came to know of it. */
  private applicant(family: Family): { readonly person: Adult; readonly relationship: string } {
    const { mother, father, grandparent, applicants } = family;
    if (grandparent && (applicants.length === 0 || this.random.chance(0.5))) {
      const { person } = grandparent;
      return { person, relationship: person.sex === 'male' ? 'grandfather' : 'grandmother' };
    }
    return father && this.random.chance(0.6)
      ? { person: father, relationship: 'father' }
      : { person: mother, relationship: 'mother' };
  }

  private residence({
    mother,
    father,
    grandparent,
    residence,
  }: Family): NonNullable<BirthDossier['residence']> {
    const head = grandparent?.person ?? father ?? mother;
    return {
      case: grandparent ? 'with-non-owner-parents' : 'with-parents',
      householdHeadPersonalId: head.personalId,
      relationshipToHead: grandparent ? 'grandchild' : 'child',
      consent: this.random.chance(0.8) ? 'vneid' : 'paper',
      address: residence,
    };
  }
}

function parent({ fullName, personalId, dateOfBirth, ethnicity }: Adult, { residence }: Family): Person {
  return { fullName, personalId, dateOfBirth, ethnicity, nationality: 'VN', residence };
}
