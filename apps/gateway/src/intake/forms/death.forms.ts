import {
  BENEFIT_REGIMES,
  BIRTH_PROCEDURES,
  CHANNELS,
  DEATH_NOTICE_KINDS,
  DEATH_PRECISIONS,
  DEATH_PROCEDURES,
  DELIVERIES,
  PAYMENT_METHODS,
  PROCEDURE_GROUPS,
  SEXES,
  type BenefitRegime,
  type Channel,
  type DatePrecision,
  type DeathDossier,
  type DeathProcedure,
  type Delivery,
  type Sex,
} from '@lienthong/contracts';
import {
  AccountNumber,
  Block,
  CalendarDate,
  CommuneCode,
  CountryCode,
  DateOfBirthPrecision,
  EthnicityName,
  Instant,
  InsuranceNumber,
  Line,
  ListOf,
  LocalTime,
  OneOf,
  PartialDate,
  PersonalIdNumber,
  PersonName,
  Prose,
  ProvinceCode,
} from '../fields/field.decorators';
import { AddressForm, ApplicantForm, SimulationForm } from './shared.forms';

const OPTIONAL = { optional: true };

/** Cơ quan thực hiện. */
export class DeathAgenciesForm {
  @CommuneCode()
  readonly civilRegistry!: string;
  @CommuneCode(OPTIONAL)
  readonly residency?: string;
  @ProvinceCode(OPTIONAL)
  readonly socialBenefits?: string;
}

/** Người đã chết. */
export class DeceasedForm {
  @PersonName()
  readonly fullName!: string;
  @PersonalIdNumber()
  readonly personalId!: string;
  @PartialDate({ description: 'As far as it is known: 1935, 1935-06 or 1935-06-20' })
  readonly dateOfBirth!: string;
  @DateOfBirthPrecision()
  readonly dateOfBirthPrecision?: DatePrecision;
  @OneOf(SEXES)
  readonly sex!: Sex;
  @EthnicityName({ description: 'unknown where nobody knows' })
  readonly ethnicity!: string;
  @CountryCode({ description: 'VN: NĐ 63/2024 leaves foreign elements to the registry itself' })
  readonly nationality!: string;
  @InsuranceNumber(OPTIONAL)
  readonly insuranceNumber?: string;
  @Block(() => AddressForm)
  readonly lastResidence!: AddressForm;
}

/** Giấy báo tử or what stands in for it. */
export class DeathNoticeForm {
  @OneOf(DEATH_NOTICE_KINDS)
  readonly kind!: string;
  @Line(50)
  readonly number!: string;
  @CalendarDate()
  readonly issuedOn!: string;
  @Line(200)
  readonly issuer!: string;
}

/** Việc chết. */
export class DeathForm {
  @LocalTime({ description: 'As precise as `precision`: 2026, 2026-11, 2026-11-15 or 2026-11-15T03:20' })
  readonly occurredAt!: string;
  @OneOf(DEATH_PRECISIONS)
  readonly precision!: 'year' | 'month' | 'day' | 'minute';
  @Block(() => AddressForm)
  readonly place!: AddressForm;
  @Prose(500)
  readonly cause!: string;
  @Block(() => DeathNoticeForm, OPTIONAL)
  readonly notice?: DeathNoticeForm;
}

export class PayeeForm {
  @PersonName()
  readonly fullName!: string;
  @PersonalIdNumber()
  readonly personalId!: string;
}

export class PaymentForm {
  @OneOf(PAYMENT_METHODS)
  readonly method!: string;
  @AccountNumber(OPTIONAL)
  readonly account?: string;
  @Line(100, OPTIONAL)
  readonly bank?: string;
}

/** Trợ cấp mai táng, trợ cấp tuất. */
export class BenefitsForm {
  @OneOf(BENEFIT_REGIMES)
  readonly regime!: BenefitRegime;
  @Block(() => PayeeForm)
  readonly payee!: PayeeForm;
  @Block(() => PaymentForm)
  readonly payment!: PaymentForm;
}

/** Mẫu số 02. */
export class DeathDossierForm implements DeathDossier {
  @OneOf(PROCEDURE_GROUPS, { documented: ['death'] })
  readonly procedureGroup!: 'death';
  @ListOf([...DEATH_PROCEDURES, ...BIRTH_PROCEDURES], {
    documented: DEATH_PROCEDURES,
    min: 1,
    max: 8,
  })
  readonly procedures!: readonly DeathProcedure[];
  @OneOf(CHANNELS)
  readonly channel!: Channel;
  @Block(() => DeathAgenciesForm)
  readonly agencies!: DeathAgenciesForm;
  @Block(() => ApplicantForm)
  readonly applicant!: ApplicantForm;
  @Block(() => DeceasedForm)
  readonly deceased!: DeceasedForm;
  @Block(() => DeathForm)
  readonly death!: DeathForm;
  @Block(() => BenefitsForm, OPTIONAL)
  readonly benefits?: BenefitsForm;
  @OneOf(DELIVERIES)
  readonly delivery!: Delivery;
  @Instant({ optional: true, description: 'Simulation clocks only: when a replayed dossier was filed' })
  readonly submittedAt?: string;
  @Block(() => SimulationForm, OPTIONAL)
  readonly simulation?: SimulationForm;
}
