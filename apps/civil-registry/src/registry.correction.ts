import { type CorrectableFields, withCorrectedFields } from '@lienthong/agency';
import { type CorrectionData, type ProcedureGroup } from '@lienthong/contracts';
import { birthNoticeKey, deceasedKey, unscopedBirthNoticeKey } from './registry.keys';
import { type RegistryRecord } from './registry.record';

/** Where the entry says what a correction may name. */
export const CORRECTABLE: Readonly<Record<ProcedureGroup, CorrectableFields>> = {
  birth: {
    'child.fullName': 'fullName',
    'child.dateOfBirth': 'dateOfBirth',
    'child.sex': 'sex',
    'child.ethnicity': 'ethnicity',
    'child.placeOfBirth': 'placeOfBirth',
    'child.homeTown': 'homeTown',
    'child.birthNoticeNumber': 'birthNoticeNumber',
    mother: 'mother',
    father: 'father',
  },
  death: {
    'deceased.fullName': 'fullName',
    'deceased.personalId': 'personalId',
    'deceased.dateOfBirth': 'dateOfBirth',
    'deceased.dateOfBirthPrecision': 'dateOfBirthPrecision',
    'deceased.sex': 'sex',
    'deceased.ethnicity': 'ethnicity',
    'deceased.lastResidence': 'lastResidence',
    'death.occurredAt': 'occurredAt',
    'death.precision': 'precision',
    'death.place': 'place',
    'death.cause': 'cause',
    'death.notice': 'notice',
  },
};

/** The entry as corrected, and the keys of the event that this changes. */
export interface CorrectedEntry {
  readonly record: RegistryRecord;
  /** The key that the event is known by from now on, if it is another one. */
  readonly claim?: string;
  /** Keys that it is known by no more. */
  readonly releases: readonly string[];
  /** The personal id tells sex and year of birth, and these were corrected: another one has to be established. */
  readonly needsNewId: boolean;
}

export function correctedEntry(
  before: RegistryRecord,
  group: ProcedureGroup,
  data: CorrectionData,
): CorrectedEntry {
  const record = withCorrectedFields(before, data, CORRECTABLE[group]);
  const [was, is] = [eventKey(before), eventKey(record)];
  const changed = was !== is;
  return {
    record,
    ...(changed && is !== undefined && { claim: is }),
    releases: changed ? keysGivenUp(before, was) : [],
    needsNewId: group === 'birth' && idDigits(record) !== idDigits(before),
  };
}

/** What makes a registered event the same event: the birth notice with its scope, or the person who died. */
function eventKey({
  occurredAt,
  personalId,
  birthNoticeNumber,
  placeOfBirth,
  dateOfBirth,
}: RegistryRecord): string | undefined {
  if (occurredAt !== undefined) return deceasedKey(personalId);
  if (birthNoticeNumber === undefined) return undefined;
  return placeOfBirth
    ? birthNoticeKey(birthNoticeNumber, placeOfBirth, dateOfBirth)
    : unscopedBirthNoticeKey(birthNoticeNumber);
}

function keysGivenUp({ birthNoticeNumber }: RegistryRecord, key: string | undefined): readonly string[] {
  if (key === undefined) return [];
  return birthNoticeNumber === undefined ? [key] : [key, unscopedBirthNoticeKey(birthNoticeNumber)];
}

/** What digits four to six of a personal id say. */
function idDigits({ sex, dateOfBirth }: RegistryRecord): string {
  return `${sex} ${dateOfBirth.slice(0, 4)}`;
}
