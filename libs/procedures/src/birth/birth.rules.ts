import { type BirthCase, type BirthDossier, type Person } from '@lienthong/contracts';
import { isBirthNoticeNumber } from '@lienthong/numbers';
import { AGE_LIMITS, type AgeLimits, UNKNOWN_ETHNICITY } from '@lienthong/people';
import { ageAt, checkApplicant, checkPersonalId, checkPrecision, isImpossible } from '../rules/people.rule';
import { type Rule } from '../rules/rule';

const AGE_LIMIT_YEARS = 6;

/** The card, and so the group, is for a child under 6; the birth lies before the filing. */
const childAge: Rule<BirthDossier> = ({ child: { dateOfBirth } }, { localTime }, report) => {
  const today = localTime.slice(0, 10);
  if (dateOfBirth > today) report('/child/dateOfBirth', 'after-filing');
  const sixthBirthday = `${Number(dateOfBirth.slice(0, 4)) + AGE_LIMIT_YEARS}${dateOfBirth.slice(4)}`;
  if (sixthBirthday <= today) report('/child/dateOfBirth', 'child-not-under-six');
};

/** Giấy chứng sinh: a national number from 2025-10-01 (TT 22/2025/TT-BYT), the facility's own before. */
const birthNotice: Rule<BirthDossier> = ({ child: { birthNoticeNumber, dateOfBirth } }, _filing, report) => {
  if (birthNoticeNumber !== undefined && !isBirthNoticeNumber(birthNoticeNumber, dateOfBirth)) {
    report('/child/birthNoticeNumber', 'not-a-birth-notice-number');
  }
};

/** Which parents each birth case (trường hợp khai sinh) declares. */
const PARENTS_OF_CASE: Readonly<Record<BirthCase, { readonly mother: boolean; readonly father: boolean }>> = {
  'both-parents-known': { mother: true, father: true },
  'mother-unknown': { mother: false, father: true },
  'father-unknown': { mother: true, father: false },
  'both-parents-unknown': { mother: false, father: false },
  abandoned: { mother: false, father: false },
};
const PARENTS = ['mother', 'father'] as const;

const parents: Rule<BirthDossier> = (dossier, _filing, report) => {
  const declared = PARENTS_OF_CASE[dossier.child.birthCase as BirthCase];
  for (const parent of PARENTS) {
    const person = dossier[parent];
    if (declared[parent] && !person) report(`/${parent}`, 'needed-by-birth-case');
    if (!declared[parent] && person) report(`/${parent}`, 'not-in-birth-case');
  }
  const { mother, father } = dossier;
  if (mother?.personalId !== undefined && mother.personalId === father?.personalId)
    report('/father/personalId', 'same-person');
};

const SEX_OF_PARENT = { mother: 'female', father: 'male' } as const;

/** Who the parents are fits together: their dates, their ages at the birth, and what their personal ids tell. */
const parentsIdentity: Rule<BirthDossier> = (dossier, { localTime }, report) => {
  const { applicant, child, mother } = dossier;
  checkApplicant(applicant, report);
  for (const parent of PARENTS) {
    const person = dossier[parent];
    if (!person) continue;
    const pointer = `/${parent}`;
    checkPrecision(person, pointer, report);
    if (parent === 'father' && person.personalId !== undefined && person.personalId === mother?.personalId)
      continue;
    const ageFault =
      child.dateOfBirth <= localTime
        ? parentAgeFault(person, child.dateOfBirth, AGE_LIMITS[parent])
        : undefined;
    if (ageFault) {
      const field = person.dateOfBirth === undefined ? 'personalId' : 'dateOfBirth';
      report(`${pointer}/${field}`, ageFault, AGE_LIMITS[parent].possible);
    }
    // A date that cannot be is one fault, not two.
    const { personalId, dateOfBirth } = person;
    const stated = {
      personalId,
      sex: SEX_OF_PARENT[parent],
      dateOfBirth: ageFault ? undefined : dateOfBirth,
    };
    checkPersonalId(stated, pointer, report);
  }
};

function parentAgeFault(
  person: Person,
  childBorn: string,
  limits: AgeLimits,
): 'not-older-than-child' | 'parent-age-impossible' | undefined {
  const age = ageAt(person, childBorn);
  if (!age || !isImpossible(age, limits)) return undefined;
  return age.max <= 0 ? 'not-older-than-child' : 'parent-age-impossible';
}

/** Children of unknown parents have no ethnicity on their certificate (NĐ 123/2015 Đ14, Đ15). */
const ethnicities: Rule<BirthDossier> = ({ child, mother, father }, _filing, report) => {
  const ofUnknownParents = child.birthCase === 'abandoned' || child.birthCase === 'both-parents-unknown';
  if (child.ethnicity === UNKNOWN_ETHNICITY && !ofUnknownParents)
    report('/child/ethnicity', 'ethnicity-must-be-known');
  if (mother?.ethnicity === UNKNOWN_ETHNICITY) report('/mother/ethnicity', 'ethnicity-must-be-known');
  if (father?.ethnicity === UNKNOWN_ETHNICITY) report('/father/ethnicity', 'ethnicity-must-be-known');
};

/** Yếu tố nước ngoài is outside the linked group. */
const nationalities: Rule<BirthDossier> = ({ child, mother, father }, _filing, report) => {
  if (child.nationality !== 'VN') report('/child/nationality', 'foreign-element');
  if ((mother?.nationality ?? 'VN') !== 'VN') report('/mother/nationality', 'foreign-element');
  if ((father?.nationality ?? 'VN') !== 'VN') report('/father/nationality', 'foreign-element');
};

export const birthRules: readonly Rule<BirthDossier>[] = [
  childAge,
  birthNotice,
  parents,
  parentsIdentity,
  ethnicities,
  nationalities,
];
