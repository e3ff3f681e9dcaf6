import { isoDay } from '@lienthong/calendar';
import { type BirthDossier, type BirthProcedure, type Sex } from '@lienthong/contracts';
import { triangular } from '../hash';
import { applicantOf } from './applicants';
import { DAY_MS } from './filing-days';
import { fullNameOf } from './names';
import { type Adult, type People } from './people';
import { type Places } from './places';
import { type Random, weighted } from './random';

/** A birth must be registered within 60 days; these are later. */
const LATE_SHARE = 0.04;
const YEAR_DAYS = 365.25;
const FACILITIES_A_PROVINCE = 50;
const NOTICES_A_FACILITY = 99_999;

/** The applicant may leave out one procedure. */
const PROCEDURES = weighted<readonly BirthProcedure[]>([
  [['birth-registration', 'permanent-residence', 'health-insurance-card'], 0.88],
  [['birth-registration', 'permanent-residence'], 0.06],
  [['birth-registration', 'health-insurance-card'], 0.06],
]);

const BIRTHPLACES = ['Bệnh viện Phụ sản', 'Bệnh viện Đa khoa', 'Trung tâm Y tế', 'Trạm Y tế'];

/** Makes births: families of two known parents or of a mother alone, every birth notice number once. */
export class BirthDossiers {
  /** Notices each facility has issued in a year: bounded by facilities and years. */
  private readonly noticesIssued = new Map<string, number>();

  constructor(
    private readonly places: Places,
    private readonly people: People,
    private readonly random: Random,
  ) {}

  /** A birth filed at `submittedAt` (epoch ms). */
  next(submittedAt: number): BirthDossier {
    const { random, places } = this;
    const provinceCode = places.province(random);
    const home = places.commune(provinceCode, random).code;
    const bornAt = submittedAt - this.ageInDays() * DAY_MS;
    const dateOfBirth = isoDay(bornAt);
    const sex: Sex = random.chance(0.527) ? 'male' : 'female';
    const motherAge = triangular(random.next(), 18, 28, 44);
    const mother = this.people.living(
      'female',
      home,
      provinceCode,
      bornAt,
      Math.round(motherAge * YEAR_DAYS),
    );
    const father = random.chance(0.95)
      ? this.father(home, provinceCode, bornAt, motherAge, mother)
      : undefined;
    const procedures = random.weighted(PROCEDURES);
    const facility = `${provinceCode}${String(random.between(1, FACILITIES_A_PROVINCE)).padStart(3, '0')}`;
    const head = father ?? mother;
    return {
      procedureGroup: 'birth',
      procedures,
      channel: random.chance(0.85) ? 'online' : 'one-stop-desk',
      agencies: {
        civilRegistry: home,
        ...(procedures.includes('permanent-residence') ? { residency: home } : {}),
        ...(procedures.includes('health-insurance-card') ? { healthInsurance: provinceCode } : {}),
      },
      applicant: this.applicant(mother, father),
      child: {
        fullName: fullNameOf(head.surname, sex, random),
        dateOfBirth,
        sex,
        ethnicity: head.ethnicity,
        nationality: 'VN',
        placeOfBirth: {
          communeCode: places.commune(provinceCode, random).code,
          detail: random.pick(BIRTHPLACES),
        },
        homeTown: { communeCode: random.chance(0.8) ? home : places.commune(provinceCode, random).code },
        birthNoticeNumber: this.noticeNumber(facility, dateOfBirth.slice(2, 4)),
        birthCase: father ? 'both-parents-known' : 'father-unknown',
      },
      mother: parent(mother),
      ...(father ? { father: parent(father) } : {}),
      ...(procedures.includes('permanent-residence') ? { residence: this.residence(head) } : {}),
      ...(procedures.includes('health-insurance-card')
        ? { healthInsurance: { initialFacility: facility } }
        : {}),
      delivery: random.chance(0.8) ? 'electronic' : 'one-stop-desk',
    };
  }

  private ageInDays(): number {
    const unit = this.random.next();
    return this.random.chance(LATE_SHARE)
      ? 61 + Math.floor(unit * unit * 700)
      : Math.round(triangular(unit, 2, 12, 58));
  }

  private father(
    home: string,
    provinceCode: string,
    bornAt: number,
    motherAge: number,
    mother: Adult,
  ): Adult {
    const age = Math.max(20, motherAge + triangular(this.random.next(), -4, 2, 10));
    const father = this.people.living('male', home, provinceCode, bornAt, Math.round(age * YEAR_DAYS));
    return { ...father, residence: mother.residence };
  }

  private applicant(mother: Adult, father: Adult | undefined): BirthDossier['applicant'] {
    if (father && this.random.chance(0.6)) return applicantOf(father, 'father', this.random);
    return applicantOf(mother, 'mother', this.random);
  }

  private residence(head: Adult): NonNullable<BirthDossier['residence']> {
    return {
      case: 'with-parents',
      householdHeadPersonalId: head.personalId,
      relationshipToHead: 'child',
      consent: this.random.chance(0.8) ? 'vneid' : 'paper',
      address: head.residence,
    };
  }

  /** Số giấy chứng sinh `XXXXX.GCS.ZZZZZ.YY`: serial, facility, year. */
  private noticeNumber(facility: string, year: string): string {
    const key = facility + year;
    const serial = (this.noticesIssued.get(key) ?? 0) + 1;
    if (serial > NOTICES_A_FACILITY)
      throw new RangeError('a facility has issued all birth notices of a year');
    this.noticesIssued.set(key, serial);
    return `${String(serial).padStart(5, '0')}.GCS.${facility}.${year}`;
  }
}

function parent(adult: Adult): NonNullable<BirthDossier['mother']> {
  const { fullName, personalId, dateOfBirth, ethnicity, residence } = adult;
  return { fullName, personalId, dateOfBirth, ethnicity, nationality: 'VN', residence };
}
