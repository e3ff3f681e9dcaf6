import { type BirthDossier, type DeathDossier, type Dossier, type Person } from '@lienthong/contracts';
import { type RegistryFacts, registeredParent } from './registry.record';

const VIETNAM = 'VN';

/** What the registry keeps of a dossier until it has decided. */
export function registryFacts(dossier: Dossier): RegistryFacts {
  return dossier.procedureGroup === 'birth' ? birthFacts(dossier) : deathFacts(dossier);
}

function birthFacts({ applicant, child, mother, father }: BirthDossier): RegistryFacts {
  const { fullName, dateOfBirth, sex, ethnicity, birthNoticeNumber } = child;
  return {
    applicantId: applicant.personalId,
    fullName,
    dateOfBirth,
    sex,
    ethnicity,
    foreign: child.nationality !== VIETNAM || isForeign(mother) || isForeign(father),
    ...(birthNoticeNumber !== undefined && { birthNoticeNumber }),
    ...(mother && { mother: registeredParent(mother) }),
    ...(father && { father: registeredParent(father) }),
  };
}

function deathFacts({ applicant, deceased, death }: DeathDossier): RegistryFacts {
  const { fullName, personalId, dateOfBirth, sex, ethnicity, nationality } = deceased;
  return {
    applicantId: applicant.personalId,
    fullName,
    dateOfBirth,
    sex,
    ethnicity,
    foreign: nationality !== VIETNAM,
    personalId,
    occurredAt: death.occurredAt,
  };
}

function isForeign(parent: Person | undefined): boolean {
  return parent?.nationality !== undefined && parent.nationality !== VIETNAM;
}
