import {
  type BenefitRegime,
  type CaseStatus,
  type Dossier,
  type LinkedAgencyId,
  PROCEDURE_AGENCY,
  type ProcedureStatus,
} from '@lienthong/contracts';
import { moveOf } from './applicant.model';
import { decideWork } from './decision.model';
import { type Rates } from './rates';

export interface ExpectedEnd {
  readonly status: CaseStatus;
  /**
   * Per chosen agency. Left out where it depends on time: the other agency of a scripted withdrawal after
   * registration.
   */
  readonly agencies: { readonly [agency in LinkedAgencyId]?: ProcedureStatus };
}

export interface OracleOptions {
  /** Whether the simulated applicant answers supplements of dossiers without a script. */
  readonly applicant: 'simulated' | 'none';
}

type WorkEnd = 'completed' | 'refused' | 'stopped' | 'withdrawn';

/**
 * The end of a dossier, known before it runs. It holds for a dossier that no other one contradicts: a birth notice
 * registered twice, or an applicant who is registered as dead, is refused by the registry whatever was drawn.
 */
export function expectedEnd(
  dossier: Dossier,
  dossierNumber: string,
  seed: number,
  rates: Rates,
  options: OracleOptions,
): ExpectedEnd {
  const end = (agency: LinkedAgencyId): WorkEnd =>
    endOfWork(dossier, dossierNumber, agency, seed, rates, options);
  const branches = branchesOf(dossier);
  const registry = end('civil-registry');
  if (registry !== 'completed') {
    return { status: registry, agencies: withRegistry(statusOf(registry), branches, () => 'not-started') };
  }
  const ends = new Map(branches.map((agency) => [agency, end(agency)]));
  const endOf = (agency: LinkedAgencyId): WorkEnd => ends.get(agency) ?? 'completed';
  if (branches.some((agency) => endOf(agency) === 'withdrawn')) {
    const stopped = branches.filter((agency) => ['withdrawn', 'stopped'].includes(endOf(agency)));
    return { status: 'withdrawn', agencies: withRegistry('completed', stopped, () => 'stopped') };
  }
  const completed = branches.every((agency) => endOf(agency) === 'completed');
  return {
    status: completed ? 'completed' : 'partially-completed',
    agencies: withRegistry('completed', branches, (agency) => statusOf(endOf(agency))),
  };
}

/** Follows one agency's decisions and the applicant's moves to their end. */
function endOfWork(
  dossier: Dossier,
  dossierNumber: string,
  agency: LinkedAgencyId,
  seed: number,
  rates: Rates,
  options: OracleOptions,
): WorkEnd {
  const { procedureGroup, simulation } = dossier;
  const regime = regimeOf(dossier);
  const answered = options.applicant === 'simulated' || simulation?.applicant !== undefined;
  for (let step = 0, attempt = 1; ; step++) {
    const work = { seed, dossierNumber, agency, step, procedureGroup, regime, simulation, rates };
    const { decision } = decideWork(work);
    if (decision === 'approve') return 'completed';
    if (decision === 'refuse') return 'refused';
    if (decision === 'verify') continue;
    const move = answered
      ? moveOf({ seed, dossierNumber, agency, attempt, simulation, rates })
      : ('ignore' as const);
    if (move === 'ignore') return 'stopped';
    if (move === 'withdraw') return 'withdrawn';
    attempt++;
  }
}

function branchesOf(dossier: Dossier): readonly LinkedAgencyId[] {
  const agencies = new Set<LinkedAgencyId>();
  for (const procedure of dossier.procedures) agencies.add(PROCEDURE_AGENCY[procedure]);
  agencies.delete('civil-registry');
  return [...agencies];
}

/** Which law pays the benefit a death dossier asks for. */
export function regimeOf(dossier: Dossier): BenefitRegime | undefined {
  return dossier.procedureGroup === 'death' ? dossier.benefits?.regime : undefined;
}

function withRegistry(
  registry: ProcedureStatus,
  branches: readonly LinkedAgencyId[],
  branch: (agency: LinkedAgencyId) => ProcedureStatus,
): ExpectedEnd['agencies'] {
  return {
    'civil-registry': registry,
    ...Object.fromEntries(branches.map((agency) => [agency, branch(agency)])),
  };
}

function statusOf(end: WorkEnd): ProcedureStatus {
  return end === 'withdrawn' ? 'stopped' : end;
}
