import { type Applicant, SEX_OF_RELATIONSHIP, type DatePrecision, type Sex } from '@lienthong/contracts';
import { parsePersonalId } from '@lienthong/numbers';
import { type AgeLimits, type AgeRange, ageRange, isSurelyOutside, precisionOf } from '@lienthong/people';
import { type Report } from './rule';

/** What a form says of somebody, beside a personal id that may contradict it. */
export interface StatedPerson {
  readonly personalId?: string | undefined;
  readonly sex?: Sex | undefined;
  readonly dateOfBirth?: string | undefined;
  readonly dateOfBirthPrecision?: DatePrecision | undefined;
}

/** The date of birth is as precise as the form says beside it; without a word it speaks for itself. */
export function checkPrecision(
  { dateOfBirth, dateOfBirthPrecision }: StatedPerson,
  pointer: string,
  report: Report,
): void {
  if (dateOfBirthPrecision === undefined) return;
  if (dateOfBirth === undefined) report(`${pointer}/dateOfBirth`, 'required');
  else if (precisionOf(dateOfBirth) !== dateOfBirthPrecision)
    report(`${pointer}/dateOfBirth`, 'precision-mismatch', { field: 'dateOfBirthPrecision' });
}

/**
 * Digit four of a personal id tells sex and century, five and six the year (NĐ 137/2015). Where a form knows only the
 * month or the year of birth, papers often differ by a year or more: then the registry's officer is told instead.
 */
export function checkPersonalId(
  { personalId, sex, dateOfBirth }: StatedPerson,
  pointer: string,
  report: Report,
): void {
  const parsed = personalId === undefined ? undefined : parsePersonalId(personalId);
  if (!parsed?.valid) return;
  const { value } = parsed;
  if (sex !== undefined && value.sex !== sex) report(`${pointer}/personalId`, 'personal-id-of-other-sex');
  const year = dateOfBirth?.length === 10 ? Number(dateOfBirth.slice(0, 4)) : undefined;
  if (year !== undefined && value.birthYear !== year)
    report(`${pointer}/personalId`, 'personal-id-of-other-birth-year');
}

/** The applicant's sex is stated by some relationships only. */
export function checkApplicant({ personalId, relationship }: Applicant, report: Report): void {
  checkPersonalId({ personalId, sex: SEX_OF_RELATIONSHIP[relationship] }, '/applicant', report);
}

/** The age at `at`, by the date of birth, else by the year that the personal id tells; undefined without both. */
export function ageAt({ dateOfBirth, personalId }: StatedPerson, at: string): AgeRange | undefined {
  if (dateOfBirth !== undefined) return ageRange(dateOfBirth, at);
  const parsed = personalId === undefined ? undefined : parsePersonalId(personalId);
  return parsed?.valid ? ageRange(String(parsed.value.birthYear), at) : undefined;
}

export function isImpossible(age: AgeRange | undefined, { possible }: AgeLimits): boolean {
  return age !== undefined && isSurelyOutside(age, possible);
}
