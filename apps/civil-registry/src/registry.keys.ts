import { hash } from 'node:crypto';
import { type Address } from '@lienthong/contracts';
import { parseBirthNoticeNumber } from '@lienthong/numbers';
import { nameKey } from '@lienthong/people';
import { type RegistryEntry } from './registry.record';

/** Begins every key that is a digest: neither names nor personal ids stand in these. */
const DIGEST_LENGTH = 16;

/** The person who died: one death a personal id. */
export function deceasedKey(personalId: string): string {
  return `deceased:${personalId}`;
}

/**
 * The birth notice (giấy chứng sinh). National numbers (TT 22/2025/TT-BYT) name their facility and year; before them each
 * facility counted for itself, so that such a number identifies a birth only with the facility's place, its name as far as
 * it is given, and the year.
 */
export function birthNoticeKey(number: string, placeOfBirth: Address, dateOfBirth: string): string {
  if (parseBirthNoticeNumber(number)) return unscopedBirthNoticeKey(number);
  const { communeCode, detail = '' } = placeOfBirth;
  return digest('birth-notice', communeCode, nameKey(detail), dateOfBirth.slice(0, 4), number.toUpperCase());
}

/** As every birth notice was claimed before numbers had their scope: such claims go on to hold. */
export function unscopedBirthNoticeKey(number: string): string {
  return `birth-notice:${number}`;
}

/**
 * By what the same event is recognised when no number identifies it. A birth: name, date of birth, and the mother (the father
 * where she is unknown) or the office. Twins have names of their own. A death: name, date of birth, and the day of death or
 * the office, whatever personal id was given.
 */
export function eventTraces(entry: RegistryEntry, office: string): readonly string[] {
  const person = `${nameKey(entry.fullName)}/${entry.dateOfBirth}`;
  if (entry.occurredAt !== undefined) {
    return [
      digest('same-death', person, 'died', entry.occurredAt.slice(0, 10)),
      digest('same-death', person, 'office', office),
    ];
  }
  const parent = entry.mother ?? entry.father;
  const atOffice = digest('same-birth', person, 'office', office);
  if (!parent) return [atOffice];
  const known = parent.personalId ?? nameKey(parent.fullName);
  return [digest('same-birth', person, 'parent', known), atOffice];
}

/** Whom the registry gave a personal id to: that it did, and under which name. */
export function holderKeys(personalId: string, fullName: string): readonly [id: string, name: string] {
  return [digest('holder', personalId), digest('holder', personalId, nameKey(fullName))];
}

function digest(kind: string, ...parts: readonly string[]): string {
  const text = [kind, ...parts].join('/');
  return `${kind}:${hash('sha256', text, 'base64url').slice(0, DIGEST_LENGTH)}`;
}
