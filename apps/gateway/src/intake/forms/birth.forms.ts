import {
  BIRTH_CASES,
  BIRTH_PROCEDURES,
  CHANNELS,
  CONSENTS,
  DELIVERIES,
  PROCEDURE_GROUPS,
  RELATIONSHIPS_TO_HEAD,
  RESIDENCE_CASES,
  SEXES,
  DEATH_PROCEDURES,
  type BirthDossier,
  type BirthProcedure,
  type Channel,
  type Delivery,
  type Sex,
} from '@lienthong/contracts';
import {
  Block,
  CalendarDate,
  CommuneCode,
  CountryCode,
  EthnicityName,
  FacilityCode,
  Instant,
  Line,
  ListOf,
  OneOf,
  PersonalIdNumber,
  PersonName,
  ProvinceCode,
} from '../fields/field.decorators';
import { AddressForm, ApplicantForm, PersonForm, SimulationForm } from './shared.forms';

const OPTIONAL = { optional: true };

/** Cơ quan thực hiện. */
export class BirthAgenciesForm {
  @CommuneCode()
  readonly civilRegistry!: string;
  @CommuneCode(OPTIONAL)
  readonly residency?: string;
  @ProvinceCode(OPTIONAL)
  readonly healthInsurance?: string;
}

/** Người được khai sinh. */
export class ChildForm {
  @PersonName()
  readonly fullName!: string;
  @CalendarDate()
  readonly dateOfBirth!: string;
  @OneOf(SEXES)
  readonly sex!: Sex;
  @EthnicityName({ description: 'unknown: children of unknown parents only' })
  readonly ethnicity!: string;
  @CountryCode({ description: 'VN: NĐ 63/2024 leaves foreign elements to the registry itself' })
  readonly nationality!: string;
  @Block(() => AddressForm)
  readonly placeOfBirth!: AddressForm;
  @Block(() => AddressForm)
  readonly homeTown!: AddressForm;
  @Line(40, { optional: true, description: 'Số giấy chứng sinh: XXXXX.GCS.ZZZZZ.YY from 2025-10-01' })
  readonly birthNoticeNumber?: string;
  @OneOf(BIRTH_CASES)
  readonly birthCase!: string;
}

/** Đăng ký thường trú. */
export class ResidenceForm {
  @OneOf(RESIDENCE_CASES)
  readonly case!: string;
  @PersonalIdNumber()
  readonly householdHeadPersonalId!: string;
  @OneOf(RELATIONSHIPS_TO_HEAD)
  readonly relationshipToHead!: string;
  @OneOf(CONSENTS)
  readonly consent!: string;
  @Block(() => AddressForm)
  readonly address!: AddressForm;
}

/** Thẻ BHYT. */
export class HealthInsuranceForm {
  @FacilityCode({ description: 'Nơi đăng ký khám chữa bệnh ban đầu' })
  readonly initialFacility!: string;
}

/** Mẫu số 01. The list of procedures admits both groups: that one is of the other group is a rule of its own. */
export class BirthDossierForm implements BirthDossier {
  @OneOf(PROCEDURE_GROUPS, { documented: ['birth'] })
  readonly procedureGroup!: 'birth';
  @ListOf([...BIRTH_PROCEDURES, ...DEATH_PROCEDURES], {
    documented: BIRTH_PROCEDURES,
    min: 1,
    max: 8,
  })
  readonly procedures!: readonly BirthProcedure[];
  @OneOf(CHANNELS)
  readonly channel!: Channel;
  @Block(() => BirthAgenciesForm)
  readonly agencies!: BirthAgenciesForm;
  @Block(() => ApplicantForm)
  readonly applicant!: ApplicantForm;
  @Block(() => ChildForm)
  readonly child!: ChildForm;
  @Block(() => PersonForm, OPTIONAL)
  readonly mother?: PersonForm;
  @Block(() => PersonForm, OPTIONAL)
  readonly father?: PersonForm;
  @Block(() => ResidenceForm, OPTIONAL)
  readonly residence?: ResidenceForm;
  @Block(() => HealthInsuranceForm, OPTIONAL)
  readonly healthInsurance?: HealthInsuranceForm;
  @OneOf(DELIVERIES)
  readonly delivery!: Delivery;
  @Instant({ optional: true, description: 'Simulation clocks only: when a replayed dossier was filed' })
  readonly submittedAt?: string;
  @Block(() => SimulationForm, OPTIONAL)
  readonly simulation?: SimulationForm;
}
