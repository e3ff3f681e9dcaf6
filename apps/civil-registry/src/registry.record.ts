import {
  type Address,
  type Certificate,
  type DatePrecision,
  type DeathDossier,
  type Person,
  type Remark,
  type Sex,
} from '@lienthong/contracts';
import { type AgencyRecord } from '@lienthong/agency';

/** Father or mother as the register names them. */
export type RegisteredParent = Omit<Person, 'nationality'>;

/** What the register says of a birth or a death. */
export interface RegistryEntry {
  readonly fullName: string;
  readonly dateOfBirth: string;
  readonly sex: Sex;
  readonly ethnicity: string;
  /** With a foreign element (có yếu tố nước ngoài). */
  readonly foreign: boolean;
  readonly dateOfBirthPrecision?: DatePrecision;
  /** Births. Places, and what of parents and deaths is not required, are missing in entries of before they were kept. */
  readonly placeOfBirth?: Address;
  readonly homeTown?: Address;
  readonly birthNoticeNumber?: string;
  readonly mother?: RegisteredParent;
  readonly father?: RegisteredParent;
  /** Deaths. */
  readonly personalId?: string;
  readonly occurredAt?: string;
  readonly precision?: DeathDossier['death']['precision'];
  readonly lastResidence?: Address;
  readonly place?: Address;
  readonly cause?: string;
  readonly notice?: DeathDossier['death']['notice'];
}

/** What a registration needs of the dossier. */
export interface RegistryFacts {
  readonly applicantId: string;
  readonly entry: RegistryEntry;
  /** The key of the birth notice. It, and what follows, is not in facts that were stored before there were such. */
  readonly birthNotice?: string;
  /** Keys by which the same event is recognised without a number. */
  readonly traces?: readonly string[];
  /** What the dossier itself says that is unlikely. */
  readonly unlikely?: readonly Remark[];
}

/** An entry of the register (sổ đăng ký khai sinh, sổ đăng ký khai tử). */
export interface RegistryRecord extends AgencyRecord, RegistryEntry {
  readonly certificate: Certificate;
  readonly personalId: string;
  /** The numbers that the entry said before a correction (TT 59/2021/TT-BCA), oldest first. They are not given out again. */
  readonly formerPersonalIds?: readonly { readonly personalId: string; readonly until: string }[];
  /** Registered after the lawful time: 60 days for a birth, 15 for a death (đăng ký quá hạn). */
  readonly late: boolean;
}

/** The parent as the register names them. */
export function registeredParent({ nationality: _vietnamese, ...parent }: Person): RegisteredParent {
  return parent;
}
