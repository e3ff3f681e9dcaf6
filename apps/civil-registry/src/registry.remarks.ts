import {
  type BirthDossier,
  type DeathDossier,
  type Dossier,
  type Person,
  type Remark,
} from '@lienthong/contracts';
import { parsePersonalId } from '@lienthong/numbers';
import { AGE_LIMITS, type AgeLimits, ageRange, isSurelyOutside } from '@lienthong/people';

/** Another dossier that may be about the same event; the officer decides. */
export function possibleDuplicate(dossierNumber: string): Remark {
  return {
    code: 'possible-duplicate',
    dossierNumber,
    vi: `Có thể trùng với hồ sơ ${dossierNumber}: cùng họ tên và ngày sinh, hãy đối chiếu trước khi đăng ký`,
    en: `May be the same event as dossier ${dossierNumber}: same name and date of birth; compare before registering`,
  };
}

const { mother, father, deceased } = AGE_LIMITS;

const MOTHER_AGE: Remark = {
  code: 'mother-age-unusual',
  vi: `Tuổi của mẹ khi sinh con ngoài khoảng ${mother.usual.min}–${mother.usual.max}`,
  en: `The mother's age at the birth is outside ${mother.usual.min}–${mother.usual.max}`,
};
const FATHER_AGE: Remark = {
  code: 'father-age-unusual',
  vi: `Tuổi của cha khi sinh con ngoài khoảng ${father.usual.min}–${father.usual.max}`,
  en: `The father's age at the birth is outside ${father.usual.min}–${father.usual.max}`,
};
const DECEASED_AGE: Remark = {
  code: 'deceased-age-unusual',
  vi: `Người chết trên ${deceased.usual.max} tuổi`,
  en: `The deceased was over ${deceased.usual.max}`,
};
const OTHER_BIRTH_YEAR: Remark = {
  code: 'personal-id-of-other-birth-year',
  vi: 'Năm sinh trong số định danh khác năm sinh đã khai',
  en: 'The personal id tells another birth year than the one stated',
};

/** What a dossier says that is unlikely, though possible. */
export function unlikelyIn(dossier: Dossier): readonly Remark[] {
  return dossier.procedureGroup === 'birth' ? unlikelyInBirth(dossier) : unlikelyInDeath(dossier);
}

function unlikelyInBirth({ child, mother, father }: BirthDossier): readonly Remark[] {
  const remarks: Remark[] = [];
  if (isUnusual(mother, child.dateOfBirth, AGE_LIMITS.mother)) remarks.push(MOTHER_AGE);
  if (isUnusual(father, child.dateOfBirth, AGE_LIMITS.father)) remarks.push(FATHER_AGE);
  if (hasOtherBirthYear(mother) || hasOtherBirthYear(father)) remarks.push(OTHER_BIRTH_YEAR);
  return remarks;
}

function unlikelyInDeath({ deceased, death }: DeathDossier): readonly Remark[] {
  const remarks: Remark[] = [];
  if (isUnusual(deceased, death.occurredAt, AGE_LIMITS.deceased)) remarks.push(DECEASED_AGE);
  if (hasOtherBirthYear(deceased)) remarks.push(OTHER_BIRTH_YEAR);
  return remarks;
}

type Identity = Pick<Person, 'personalId' | 'dateOfBirth'>;

function isUnusual(person: Identity | undefined, at: string, { usual }: AgeLimits): boolean {
  const born = person?.dateOfBirth ?? yearOfId(person?.personalId);
  return born !== undefined && isSurelyOutside(ageRange(born, at), usual);
}

function hasOtherBirthYear(person: Identity | undefined): boolean {
  const year = yearOfId(person?.personalId);
  return year !== undefined && person?.dateOfBirth !== undefined && !person.dateOfBirth.startsWith(year);
}

function yearOfId(personalId: string | undefined): string | undefined {
  const parsed = personalId === undefined ? undefined : parsePersonalId(personalId);
  return parsed?.valid ? String(parsed.value.birthYear) : undefined;
}
