import { type ProcedureGroup } from './procedures';

const OF_PARENT = [
  'fullName',
  'personalId',
  'dateOfBirth',
  'dateOfBirthPrecision',
  'ethnicity',
  'residence.communeCode',
  'residence.detail',
];

/**
 * What a correction (cải chính) may name, by path in the dossier: what the registry's record says of the event. Another
 * nationality or birth case would make another event of it, which is no correction.
 */
export const CORRECTABLE_FIELDS: Readonly<Record<ProcedureGroup, readonly string[]>> = {
  birth: [
    'child.fullName',
    'child.dateOfBirth',
    'child.sex',
    'child.ethnicity',
    'child.placeOfBirth.communeCode',
    'child.placeOfBirth.detail',
    'child.homeTown.communeCode',
    'child.homeTown.detail',
    'child.birthNoticeNumber',
    ...OF_PARENT.map((field) => `mother.${field}`),
    ...OF_PARENT.map((field) => `father.${field}`),
  ],
  death: [
    'deceased.fullName',
    'deceased.personalId',
    'deceased.dateOfBirth',
    'deceased.dateOfBirthPrecision',
    'deceased.sex',
    'deceased.ethnicity',
    'deceased.lastResidence.communeCode',
    'deceased.lastResidence.detail',
    'death.occurredAt',
    'death.precision',
    'death.place.communeCode',
    'death.place.detail',
    'death.cause',
    'death.notice.kind',
    'death.notice.number',
    'death.notice.issuedOn',
    'death.notice.issuer',
  ],
};
