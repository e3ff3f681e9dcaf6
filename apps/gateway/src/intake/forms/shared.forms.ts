import {
  APPLICANT_MOVES,
  DECISIONS,
  RELATIONSHIPS,
  type Address,
  type Applicant,
  type ApplicantMove,
  type DatePrecision,
  type Decision,
  type Person,
  type Simulation,
} from '@lienthong/contracts';
import {
  Block,
  CommuneCode,
  CountryCode,
  DateOfBirthPrecision,
  Email,
  EthnicityName,
  Line,
  ListOf,
  OneOf,
  PartialDate,
  PersonalIdNumber,
  PersonName,
  Phone,
} from '../fields/field.decorators';

const OPTIONAL = { optional: true };
const SCRIPT = { optional: true, max: 20 };

/** Địa chỉ. */
export class AddressForm implements Address {
  @CommuneCode({ description: 'Mã xã (QĐ 19/2025/QĐ-TTg)' })
  readonly communeCode!: string;
  @Line(255, OPTIONAL)
  readonly detail?: string;
}

/** Người yêu cầu. */
export class ApplicantForm implements Applicant {
  @PersonName()
  readonly fullName!: string;
  @PersonalIdNumber({ description: 'Số định danh cá nhân' })
  readonly personalId!: string;
  @OneOf(RELATIONSHIPS)
  readonly relationship!: string;
  @Phone(OPTIONAL)
  readonly phone?: string;
  @Email(OPTIONAL)
  readonly email?: string;
}

/** Mẹ, cha. */
export class PersonForm implements Person {
  @PersonName()
  readonly fullName!: string;
  @PersonalIdNumber(OPTIONAL)
  readonly personalId?: string;
  @PartialDate({ optional: true, description: 'As far as it is known: 1960, 1960-06 or 1960-06-20' })
  readonly dateOfBirth?: string;
  @DateOfBirthPrecision()
  readonly dateOfBirthPrecision?: DatePrecision;
  @EthnicityName(OPTIONAL)
  readonly ethnicity?: string;
  @CountryCode(OPTIONAL)
  readonly nationality?: string;
  @Block(() => AddressForm, OPTIONAL)
  readonly residence?: AddressForm;
}

/** Scripts the agencies' decisions and the applicant's moves, for the sandbox. */
export class SimulationForm implements Simulation {
  @ListOf(DECISIONS, SCRIPT)
  readonly 'civil-registry'?: readonly Decision[];
  @ListOf(DECISIONS, SCRIPT)
  readonly residency?: readonly Decision[];
  @ListOf(DECISIONS, SCRIPT)
  readonly 'health-insurance'?: readonly Decision[];
  @ListOf(DECISIONS, SCRIPT)
  readonly 'social-benefits'?: readonly Decision[];
  @ListOf(APPLICANT_MOVES, SCRIPT)
  readonly applicant?: readonly ApplicantMove[];
}
