import { isoDay } from '@lienthong/calendar';
import { type BenefitRegime, type DeathDossier, type DeathProcedure, type Sex } from '@lienthong/contracts';
import { triangular } from '../hash';
import { applicantOf } from './applicants';
import { DAY_MS } from './filing-days';
import { type Adult, type People } from './people';
import { type Places } from './places';
import { type Random, weighted } from './random';

/** A death must be registered within 15 days; these are later. */
const LATE_SHARE = 0.05;
const YEAR_DAYS = 365.25;
const HOUR_MS = 3_600_000;
const VIETNAM_OFFSET_MS = 7 * HOUR_MS;

/** The applicant chooses two, three or four procedures. */
const COUNTS = weighted<2 | 3 | 4>([
  [2, 0.3],
  [3, 0.45],
  [4, 0.25],
]);

const REGIMES_OF_THE_OLD = weighted<BenefitRegime>([
  ['social-protection', 0.55],
  ['social-insurance', 0.3],
  ['merit', 0.15],
]);
const REGIMES_OF_THE_YOUNGER = weighted<BenefitRegime>([
  ['social-insurance', 0.75],
  ['social-protection', 0.15],
  ['merit', 0.1],
]);

const CAUSES_OF_THE_OLD = ['tuổi già', 'tuổi già', 'đột quỵ', 'suy tim', 'ung thư', 'viêm phổi'];
const CAUSES_OF_THE_YOUNGER = ['ung thư', 'đột quỵ', 'tai nạn giao thông', 'suy gan', 'bệnh tim mạch'];
const BANKS = ['VCB', 'BIDV', 'CTG', 'AGRIBANK', 'MB', 'TCB'];

/** Makes deaths of adults: nobody dies twice, and no applicant is dead. */
export class DeathDossiers {
  constructor(
    private readonly places: Places,
    private readonly people: People,
    private readonly random: Random,
  ) {}

  /** A death filed at `submittedAt` (epoch ms). */
  next(submittedAt: number): DeathDossier {
    const { random, places } = this;
    const provinceCode = places.province(random);
    const home = places.commune(provinceCode, random).code;
    const sex: Sex = random.chance(0.55) ? 'male' : 'female';
    const diedAt = submittedAt - this.delayMs();
    const age = triangular(random.next(), 19, 82, 98);
    const deceased = this.people.deceased(sex, home, provinceCode, diedAt, Math.round(age * YEAR_DAYS));
    const applicant = this.applicant(home, provinceCode, submittedAt, age);
    const regime = random.weighted(age >= 75 ? REGIMES_OF_THE_OLD : REGIMES_OF_THE_YOUNGER);
    const procedures = this.procedures(regime);
    const benefits = procedures.length > 2;
    return {
      procedureGroup: 'death',
      procedures,
      channel: random.chance(0.85) ? 'online' : 'one-stop-desk',
      agencies: {
        civilRegistry: home,
        residency: home,
        ...(benefits ? { socialBenefits: provinceCode } : {}),
      },
      applicant: applicantOf(applicant.person, applicant.relationship, random),
      deceased: {
        fullName: deceased.fullName,
        personalId: deceased.personalId,
        dateOfBirth: deceased.dateOfBirth,
        sex,
        ethnicity: deceased.ethnicity,
        nationality: 'VN',
        ...(regime === 'social-insurance' ? { insuranceNumber: this.insuranceNumber(provinceCode) } : {}),
        lastResidence: deceased.residence,
      },
      death: this.death(deceased, diedAt, submittedAt, age),
      ...(benefits ? { benefits: this.benefits(regime, applicant.person) } : {}),
      delivery: random.chance(0.75) ? 'electronic' : 'one-stop-desk',
    };
  }

  private delayMs(): number {
    const unit = this.random.next();
    const days = this.random.chance(LATE_SHARE)
      ? 16 + Math.floor(unit * unit * 200)
      : triangular(unit, 0.2, 2, 14);
    return Math.round(days * DAY_MS);
  }

  private procedures(regime: BenefitRegime): readonly DeathProcedure[] {
    const count = this.random.weighted(COUNTS);
    if (count === 2) return ['death-registration', 'residence-deletion'];
    // Social protection pays for the funeral only; the other two laws pay survivors too.
    return count === 3 || regime === 'social-protection'
      ? ['death-registration', 'residence-deletion', 'funeral-allowance']
      : ['death-registration', 'residence-deletion', 'funeral-allowance', 'survivor-benefits'];
  }

  private applicant(
    home: string,
    provinceCode: string,
    instant: number,
    age: number,
  ): { person: Adult; relationship: string } {
    const { random } = this;
    const sex: Sex = random.chance(0.5) ? 'male' : 'female';
    const isChild = age >= 45 && random.chance(0.75);
    const years = isChild ? age - triangular(random.next(), 20, 26, 27) : Math.max(20, Math.min(age, 85));
    return {
      person: this.people.living(sex, home, provinceCode, instant, Math.round(years * YEAR_DAYS)),
      relationship: isChild ? 'child' : 'spouse',
    };
  }

  private death(deceased: Adult, diedAt: number, filedAt: number, age: number): DeathDossier['death'] {
    const { random } = this;
    const day = isoDay(diedAt);
    const precise = random.chance(0.8);
    return {
      occurredAt: precise ? `${day}T${timeOfDay(diedAt)}` : day,
      precision: precise ? 'minute' : 'day',
      place: random.chance(0.7)
        ? { communeCode: deceased.residence.communeCode, detail: 'tại nhà' }
        : { communeCode: deceased.residence.communeCode, detail: 'Bệnh viện Đa khoa' },
      cause: random.pick(age >= 75 ? CAUSES_OF_THE_OLD : CAUSES_OF_THE_YOUNGER),
      notice: {
        kind: 'death-notice',
        number: `${String(random.between(1, 400)).padStart(2, '0')}/UBND-GBT`,
        issuedOn: isoDay(diedAt + random.next() * (filedAt - diedAt)),
        issuer: `UBND xã ${deceased.residence.communeCode}`,
      },
    };
  }

  private benefits(regime: BenefitRegime, payee: Adult): NonNullable<DeathDossier['benefits']> {
    const { random } = this;
    return {
      regime,
      payee: { fullName: payee.fullName, personalId: payee.personalId },
      payment: random.chance(0.8)
        ? {
            method: 'bank',
            account: `00${String(random.between(0, 99_999_999_999)).padStart(11, '0')}`,
            bank: random.pick(BANKS),
          }
        : { method: 'cash' },
    };
  }

  private insuranceNumber(provinceCode: string): string {
    return provinceCode + String(this.random.between(0, 99_999_999)).padStart(8, '0');
  }
}

/** `HH:mm` in Vietnam. */
function timeOfDay(instant: number): string {
  const minutes = Math.floor((instant + VIETNAM_OFFSET_MS) / 60_000) % 1_440;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
