import { isoDay } from '@lienthong/calendar';
import { type BenefitRegime, type DeathDossier, type DeathProcedure } from '@lienthong/contracts';
import { hashText, triangular, unitOf } from '../hash';
import { nameInText } from './addresses';
import { applicantOf } from './applicants';
import { type Bereavement, type Bereavements, type BirthReference } from './bereavements';
import { type Facilities } from './facilities';
import { DAY_MS } from './filing-days';
import { type Adult } from './people';
import { type Random, weighted } from './random';

/** A death must be registered within 15 days; these are later (đăng ký quá hạn). Planning values, as all shares here. */
const LATE_SHARE = 0.05;
const HOUR_MS = 3_600_000;
const VIETNAM_OFFSET_MS = 7 * HOUR_MS;
const AT_HOME = 0.7;
const ONLINE = 0.85;
const OLD = 75;
const OF_AGE = 16;

/** Of the old, those of whose birth only the year, or the year and month, is known. */
const YEAR_KNOWN = 0.04;
const MONTH_KNOWN = 0.02;

/** The applicant chooses two, three or four procedures. */
const COUNTS = weighted<2 | 3 | 4>([
  [2, 0.3],
  [3, 0.45],
  [4, 0.25],
]);
const COUNTS_FOR_CHILDREN = weighted<2 | 3 | 4>([
  [2, 0.92],
  [3, 0.08],
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
const DELIVERIES = weighted<DeathDossier['delivery']>([
  ['electronic', 0.75],
  ['one-stop-desk', 0.2],
  ['postal', 0.05],
]);

const CAUSES_OF_THE_OLD = ['tuổi già', 'tuổi già', 'đột quỵ', 'suy tim', 'ung thư', 'viêm phổi'];
const CAUSES_OF_THE_YOUNGER = ['ung thư', 'đột quỵ', 'tai nạn giao thông', 'suy gan', 'bệnh tim mạch'];
const CAUSES_OF_CHILDREN = [
  'viêm phổi',
  'dị tật bẩm sinh',
  'nhiễm trùng huyết',
  'bệnh tim bẩm sinh',
  'viêm màng não',
];
const BANKS = ['VCB', 'BIDV', 'CTG', 'AGRIBANK', 'MB', 'TCB'];

/** Writes the dossiers of deaths (mẫu số 02). */
export class DeathDossiers {
  constructor(
    private readonly bereavements: Bereavements,
    private readonly facilities: Facilities,
    private readonly random: Random,
  ) {}

  /** A death filed at `submittedAt` (epoch ms), and the birth of the deceased if that was filed in this run. */
  next(submittedAt: number): { readonly dossier: DeathDossier; readonly birth?: BirthReference } {
    const bereavement = this.bereavements.next(submittedAt, submittedAt - this.delayMs());
    const dossier = this.dossier(bereavement, submittedAt);
    return bereavement.birth ? { dossier, birth: bereavement.birth } : { dossier };
  }

  private dossier(bereavement: Bereavement, submittedAt: number): DeathDossier {
    const { random } = this;
    const { deceased, age, home, residence, applicant, relationship } = bereavement;
    const regime = regimeOf(age, random);
    const procedures = this.procedures(age, regime);
    const benefits = procedures.length > 2;
    return {
      procedureGroup: 'death',
      procedures,
      channel: random.chance(ONLINE) ? 'online' : 'one-stop-desk',
      agencies: {
        civilRegistry: home.code,
        residency: home.code,
        ...(benefits ? { socialBenefits: home.provinceCode } : {}),
      },
      applicant: applicantOf(applicant, relationship, random),
      deceased: {
        fullName: deceased.fullName,
        personalId: deceased.personalId,
        ...knownBirth(deceased, age),
        sex: deceased.sex,
        ethnicity: deceased.ethnicity,
        nationality: 'VN',
        ...(regime === 'social-insurance'
          ? { insuranceNumber: this.insuranceNumber(home.provinceCode) }
          : {}),
        lastResidence: residence,
      },
      death: this.death(bereavement, submittedAt),
      ...(benefits ? { benefits: this.benefits(regime, applicant) } : {}),
      delivery: random.weighted(DELIVERIES),
    };
  }

  private delayMs(): number {
    const unit = this.random.next();
    const days = this.random.chance(LATE_SHARE)
      ? 16 + Math.floor(unit * unit * 200)
      : triangular(unit, 0.2, 2, 14);
    return Math.round(days * DAY_MS);
  }

  private procedures(age: number, regime: BenefitRegime): readonly DeathProcedure[] {
    const count = this.random.weighted(age < OF_AGE ? COUNTS_FOR_CHILDREN : COUNTS);
    if (count === 2) return ['death-registration', 'residence-deletion'];
    // Social protection pays for the funeral only; the other two laws pay survivors too.
    return count === 3 || regime === 'social-protection'
      ? ['death-registration', 'residence-deletion', 'funeral-allowance']
      : ['death-registration', 'residence-deletion', 'funeral-allowance', 'survivor-benefits'];
  }

  private death({ diedAt, age, home, residence }: Bereavement, filedAt: number): DeathDossier['death'] {
    const { random } = this;
    const day = isoDay(diedAt);
    const precise = random.chance(0.8);
    const hospital = random.chance(AT_HOME) ? undefined : this.facilities.pick(home.provinceCode, random);
    return {
      occurredAt: precise ? `${day}T${timeOfDay(diedAt)}` : day,
      precision: precise ? 'minute' : 'day',
      place: hospital
        ? { ...hospital.address, detail: hospital.name }
        : { communeCode: residence.communeCode, detail: 'tại nhà' },
      cause: random.pick(causesAt(age)),
      notice: {
        kind: 'death-notice',
        number: `${String(random.between(1, 400)).padStart(2, '0')}/${hospital ? 'GBT' : 'UBND-GBT'}`,
        issuedOn: isoDay(diedAt + random.next() * (filedAt - diedAt)),
        issuer: hospital ? hospital.name : `UBND ${nameInText(home)}`,
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

/**
 * The date of birth as far as it is known. It is drawn by the person, not from the stream, so that whether it is known in part
 * changes nothing else of a run.
 */
function knownBirth(
  { dateOfBirth, personalId }: Bereavement['deceased'],
  age: number,
): Pick<DeathDossier['deceased'], 'dateOfBirth' | 'dateOfBirthPrecision'> {
  const unit = age < OLD ? 1 : unitOf(hashText(0, personalId), 0);
  if (unit < YEAR_KNOWN) return { dateOfBirth: dateOfBirth.slice(0, 4), dateOfBirthPrecision: 'year' };
  if (unit < YEAR_KNOWN + MONTH_KNOWN)
    return { dateOfBirth: dateOfBirth.slice(0, 7), dateOfBirthPrecision: 'month' };
  return { dateOfBirth };
}

function regimeOf(age: number, random: Random): BenefitRegime {
  if (age < OF_AGE) return 'social-protection';
  return random.weighted(age >= OLD ? REGIMES_OF_THE_OLD : REGIMES_OF_THE_YOUNGER);
}

function causesAt(age: number): readonly string[] {
  if (age < OF_AGE) return CAUSES_OF_CHILDREN;
  return age >= OLD ? CAUSES_OF_THE_OLD : CAUSES_OF_THE_YOUNGER;
}

/** `HH:mm` in Vietnam. */
function timeOfDay(instant: number): string {
  const minutes = Math.floor((instant + VIETNAM_OFFSET_MS) / 60_000) % 1_440;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
