import { type BirthDossier, type DeathDossier, type Dossier, type Person } from '@lienthong/contracts';
import { birthNoticeKey, eventTraces } from './registry.keys';
import { unlikelyIn } from './registry.remarks';
import { registeredParent, type RegistryEntry, type RegistryFacts } from './registry.record';

const VIETNAM = 'VN';

const known = new WeakMap<Dossier, RegistryFacts>();

/** What the registry keeps of a dossier until it has decided. Worked out once a dossier: what is needed and what is decided both ask. */
export function registryFacts(dossier: Dossier): RegistryFacts {
  const facts = known.get(dossier) ?? factsOf(dossier);
  known.set(dossier, facts);
  return facts;
}

function factsOf(dossier: Dossier): RegistryFacts {
  const entry = dossier.procedureGroup === 'birth' ? birthEntry(dossier) : deathEntry(dossier);
  const unlikely = unlikelyIn(dossier);
  return {
    applicantId: dossier.applicant.personalId,
    entry,
    ...(dossier.procedureGroup === 'birth' && birthNotice(dossier)),
    traces: eventTraces(entry, dossier.agencies.civilRegistry),
    ...(unlikely.length > 0 && { unlikely }),
  };
}

function birthNotice({ child }: BirthDossier): Pick<RegistryFacts, 'birthNotice'> {
  const { birthNoticeNumber, placeOfBirth, dateOfBirth } = child;
  if (birthNoticeNumber === undefined) return {};
  return { birthNotice: birthNoticeKey(birthNoticeNumber, placeOfBirth, dateOfBirth) };
}

function birthEntry({ child, mother, father }: BirthDossier): RegistryEntry {
  const { nationality, birthCase: _case, ...said } = child;
  return {
    ...said,
    foreign: nationality !== VIETNAM || isForeign(mother) || isForeign(father),
    ...(mother && { mother: registeredParent(mother) }),
    ...(father && { father: registeredParent(father) }),
  };
}

function deathEntry({ deceased, death }: DeathDossier): RegistryEntry {
  const { nationality, insuranceNumber: _none, ...said } = deceased;
  return { ...said, foreign: nationality !== VIETNAM, ...death };
}

function isForeign(parent: Person | undefined): boolean {
  return parent?.nationality !== undefined && parent.nationality !== VIETNAM;
}
