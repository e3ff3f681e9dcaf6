import { isDeepStrictEqual } from 'node:util';
import {
  type BirthDossier,
  type DeathDossier,
  type Dossier,
  type LinkedAgencyId,
} from '@lienthong/contracts';
import { matchesPerson } from '@lienthong/numbers';
import { type AnyRecord, type CaseFile } from './case-file';
import { type Faults } from './faults';

/**
 * G9: the registry's record, the records that others derived from it and the case say the same of a person, whatever was
 * supplemented and corrected on the way.
 */
export function agreementFaults({ dossierNumber, state, view, work }: CaseFile): Faults {
  const registry = work['civil-registry']?.record;
  if (!registry) return [];
  const { dossier, personalId } = state;
  const faults: string[] = [];
  const same = (what: string, actual: unknown, expected: unknown): void => {
    if (!isDeepStrictEqual(plain(actual), plain(expected)))
      faults.push(`${dossierNumber}: ${what} is ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`);
  };
  for (const [field, expected] of Object.entries(entryOf(dossier)))
    same(`registry ${field}`, registry[field], expected);
  same('personal id of the case', personalId, registry['personalId']);
  const shown = view.procedures.find(({ agency }) => agency === 'civil-registry');
  same('personal id shown', shown?.result?.personalId, registry['personalId']);
  if (dossier.procedureGroup === 'birth' && !matchesPerson(String(registry['personalId']), dossier.child))
    faults.push(`${dossierNumber}: the personal id tells another sex or year of birth`);
  for (const [agency, expected] of Object.entries(derivedOf(dossier))) {
    const record: AnyRecord | undefined = work[agency as LinkedAgencyId]?.record;
    if (!record) continue;
    same(`personal id at ${agency}`, record['personalId'], registry['personalId']);
    for (const [field, value] of Object.entries(expected)) same(`${agency} ${field}`, record[field], value);
  }
  return faults;
}

type Fields = Readonly<Record<string, unknown>>;

function entryOf(dossier: Dossier): Fields {
  return dossier.procedureGroup === 'birth' ? birthEntry(dossier) : deathEntry(dossier);
}

function birthEntry({ child, mother, father }: BirthDossier): Fields {
  const { nationality: _n, birthCase: _b, ...said } = child;
  return { birthNoticeNumber: undefined, ...said, mother: parent(mother), father: parent(father) };
}

function deathEntry({ deceased, death }: DeathDossier): Fields {
  const { nationality: _n, insuranceNumber: _i, ...said } = deceased;
  return { ...said, notice: undefined, ...death };
}

function parent(person: BirthDossier['mother']): unknown {
  if (!person) return undefined;
  const { nationality: _n, ...said } = person;
  return said;
}

/** What each other agency's record repeats of the certificate. */
function derivedOf(dossier: Dossier): Readonly<Partial<Record<LinkedAgencyId, Fields>>> {
  if (dossier.procedureGroup === 'birth') {
    const { fullName, dateOfBirth } = dossier.child;
    return {
      residency: { fullName },
      'health-insurance': { fullName, dateOfBirth, validFrom: dateOfBirth },
    };
  }
  const { deceased, death } = dossier;
  return {
    residency: { fullName: deceased.fullName, address: deceased.lastResidence },
    'social-benefits': { deceasedName: deceased.fullName, occurredAt: death.occurredAt },
  };
}

/** As it is stored: without what is undefined. */
function plain(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}
