import { type Address, type BirthDossier, type DeathDossier, type Dossier } from '@lienthong/contracts';

/** One fact of a dossier by the key of its label; `word` names the words that the value is one of. */
export interface DossierFact {
  readonly name: string;
  readonly value: string;
  readonly word?: 'sex' | 'channel' | 'relationship';
}

type PlaceName = (code: string) => string;

/** What an officer looks at first, in the order of the form. What was not filled in is left out. */
export function dossierFacts(dossier: Dossier, placeName: PlaceName): readonly DossierFact[] {
  const { applicant, channel } = dossier;
  const subject =
    dossier.procedureGroup === 'birth' ? birthFacts(dossier, placeName) : deathFacts(dossier, placeName);
  return [
    ...subject,
    ...fact('applicant', applicant.fullName),
    ...fact('personalId', applicant.personalId),
    { name: 'relationship', value: applicant.relationship, word: 'relationship' },
    { name: 'channel', value: channel, word: 'channel' },
  ];
}

function birthFacts(dossier: BirthDossier, placeName: PlaceName): readonly DossierFact[] {
  const { child, mother, father, residence, healthInsurance } = dossier;
  return [
    ...fact('child', child.fullName),
    ...fact('birthDate', vietnamese(child.dateOfBirth)),
    { name: 'sex', value: child.sex, word: 'sex' },
    ...fact('birthPlace', placeOf(child.placeOfBirth, placeName)),
    ...fact('mother', mother?.fullName),
    ...fact('father', father?.fullName),
    ...fact('residence', residence && placeOf(residence.address, placeName)),
    ...fact('facility', healthInsurance?.initialFacility),
  ];
}

function deathFacts(dossier: DeathDossier, placeName: PlaceName): readonly DossierFact[] {
  const { deceased, death, benefits } = dossier;
  return [
    ...fact('deceased', deceased.fullName),
    ...fact('birthDate', vietnamese(deceased.dateOfBirth)),
    { name: 'sex', value: deceased.sex, word: 'sex' },
    ...fact('lastResidence', placeOf(deceased.lastResidence, placeName)),
    ...fact('diedAt', vietnamese(death.occurredAt)),
    ...fact('deathPlace', placeOf(death.place, placeName)),
    ...fact('cause', death.cause),
    ...fact('payee', benefits?.payee.fullName),
  ];
}

function fact(name: string, value: string | undefined): readonly DossierFact[] {
  return value === undefined || value === '' ? [] : [{ name, value }];
}

function placeOf({ communeCode, detail }: Address, placeName: PlaceName): string {
  return [detail, placeName(communeCode)].filter(Boolean).join(', ');
}

/** `2026-11-19T03:20` as `03:20 19/11/2026`, `2026-11` as `11/2026`; what is masked stays as it is. */
function vietnamese(date: string): string {
  const [day = '', time] = date.split('T');
  const written = day.split('-').reverse().join('/');
  return time === undefined ? written : `${time} ${written}`;
}
