import { type BirthCase, type BirthDossier } from '@lienthong/contracts';
import { isBirthNoticeNumber } from '@lienthong/numbers';
import { type Rule } from './rule';

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
    if (person?.dateOfBirth !== undefined && person.dateOfBirth >= dossier.child.dateOfBirth) {
      report(`/${parent}/dateOfBirth`, 'not-older-than-child');
    }
  }
  const { mother, father } = dossier;
  if (mother?.personalId !== undefined && mother.personalId === father?.personalId)
    report('/father/personalId', 'same-person');
};

/** Yếu tố nước ngoài is outside the linked group. */
const nationalities: Rule<BirthDossier> = ({ child, mother, father }, _filing, report) => {
  if (child.nationality !== 'VN') report('/child/nationality', 'foreign-element');
  if ((mother?.nationality ?? 'VN') !== 'VN') report('/mother/nationality', 'foreign-element');
  if ((father?.nationality ?? 'VN') !== 'VN') report('/father/nationality', 'foreign-element');
};

export const birthRules: readonly Rule<BirthDossier>[] = [childAge, birthNotice, parents, nationalities];
