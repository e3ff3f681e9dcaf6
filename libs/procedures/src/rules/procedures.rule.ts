import {
  BIRTH_PROCEDURES,
  DEATH_PROCEDURES,
  PROCEDURE_AGENCY,
  type Dossier,
  type LinkedAgencyId,
  type Procedure,
} from '@lienthong/contracts';
import { type Rule } from './rule';

const OF_GROUP = {
  birth: new Set<Procedure>(BIRTH_PROCEDURES),
  death: new Set<Procedure>(DEATH_PROCEDURES),
};
const REGISTRATION = { birth: BIRTH_PROCEDURES[0], death: DEATH_PROCEDURES[0] };

/** The applicant chooses among the group's procedures; the civil registration is always there and first. */
export const procedureList: Rule<Dossier> = ({ procedureGroup, procedures }, _filing, report) => {
  const chosen: readonly Procedure[] = procedures;
  const seen = new Set<Procedure>();
  chosen.forEach((procedure, i) => {
    if (!OF_GROUP[procedureGroup].has(procedure)) report(`/procedures/${i}`, 'procedure-not-of-group');
    else if (seen.has(procedure)) report(`/procedures/${i}`, 'duplicate-procedure');
    seen.add(procedure);
  });
  const registration = REGISTRATION[procedureGroup];
  if (!seen.has(registration)) report('/procedures', 'registration-missing');
  else if (chosen[0] !== registration) report('/procedures/0', 'registration-not-first');
};

const OFFICE_FIELD: Readonly<Record<LinkedAgencyId, string>> = {
  'civil-registry': 'civilRegistry',
  residency: 'residency',
  'health-insurance': 'healthInsurance',
  'social-benefits': 'socialBenefits',
};

/** Parts of the form beside the office that a procedure cannot do without. */
const BLOCK_FIELD: Partial<Readonly<Record<Procedure, string>>> = {
  'permanent-residence': 'residence',
  'health-insurance-card': 'healthInsurance',
  'funeral-allowance': 'benefits',
  'survivor-benefits': 'benefits',
};

/** Each chosen procedure needs its office and its part of the form. */
export const partsOfProcedures: Rule<Dossier> = (dossier, _filing, report) => {
  const offices = dossier.agencies as Readonly<Record<string, string | undefined>>;
  const missing = new Set<string>();
  const need = (pointer: string, given: unknown, procedure: Procedure): void => {
    if (given !== undefined || missing.has(pointer)) return;
    missing.add(pointer);
    report(pointer, 'needed-by-procedure', { procedure });
  };
  for (const procedure of dossier.procedures) {
    if (!OF_GROUP[dossier.procedureGroup].has(procedure)) continue;
    const office = OFFICE_FIELD[PROCEDURE_AGENCY[procedure]];
    need(`/agencies/${office}`, offices[office], procedure);
    const block = BLOCK_FIELD[procedure];
    if (block) need(`/${block}`, (dossier as unknown as Readonly<Record<string, unknown>>)[block], procedure);
  }
};
