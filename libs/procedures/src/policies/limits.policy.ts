import { type Due, vietnamCalendar, type WorkingCalendar } from '@lienthong/calendar';
import {
  type BirthDossier,
  type DeathDossier,
  type Dossier,
  type LinkedAgencyId,
  type PolicyId,
  type ProcedureGroup,
} from '@lienthong/contracts';
import { POLICIES } from './policies';
import { type Policy } from './policy';

/** A limit in working days, and what it becomes once the residence authority verifies on site. */
export interface Limit {
  readonly workingDays: number;
  readonly verifiedWorkingDays: number;
}

export interface CaseLimits {
  readonly total: Limit;
  /** Working days of one agency's work; throws for an agency that has no part in the group. */
  of(agency: LinkedAgencyId): Limit;
}

/** The limits of a dossier under a profile (thời hạn giải quyết). */
export function limitsFor(policy: PolicyId, dossier: Dossier): CaseLimits {
  const rules = POLICIES[policy];
  return dossier.procedureGroup === 'birth' ? birthLimits(rules) : deathLimits(rules, dossier);
}

/**
 * The appointment (hẹn trả kết quả) given with the receipt: the end of the total limit, counted from the filing.
 */
export function appointmentOf(
  dossier: Dossier,
  policy: PolicyId,
  submittedAt: number,
  calendar: WorkingCalendar = vietnamCalendar,
): Due {
  return calendar.limit(submittedAt, limitsFor(policy, dossier).total.workingDays);
}

/** The total limit of a case of the group (working days) once the residence authority verifies on site. */
export function verifiedTotal(policy: PolicyId, group: ProcedureGroup, workingDays: number): number {
  return group === 'birth' ? POLICIES[policy].birth.totalVerified : workingDays;
}

const unverified = (workingDays: number): Limit => ({ workingDays, verifiedWorkingDays: workingDays });

function birthLimits({ birth }: Policy): CaseLimits {
  return {
    total: { workingDays: birth.total, verifiedWorkingDays: birth.totalVerified },
    of(agency): Limit {
      switch (agency) {
        case 'civil-registry':
          return unverified(birth.registration);
        case 'residency':
          return { workingDays: birth.residence, verifiedWorkingDays: birth.residenceVerified };
        case 'health-insurance':
          return unverified(birth.card);
        case 'social-benefits':
          throw noPart(agency, 'birth');
      }
    },
  };
}

function deathLimits({ death }: Policy, dossier: DeathDossier): CaseLimits {
  const regime = choosesBenefit(dossier) ? dossier.benefits?.regime : undefined;
  return {
    total: unverified(death.total[regime ?? 'without-benefits']),
    of(agency): Limit {
      switch (agency) {
        case 'civil-registry':
          return unverified(death.registration);
        case 'residency':
          return unverified(death.deletion);
        case 'social-benefits':
          if (regime === undefined) throw new RangeError('a benefit needs a regime');
          return unverified(death.benefits[regime]);
        case 'health-insurance':
          throw noPart(agency, 'death');
      }
    },
  };
}

function choosesBenefit(dossier: DeathDossier): boolean {
  return dossier.procedures.includes('funeral-allowance') || dossier.procedures.includes('survivor-benefits');
}

function noPart(agency: LinkedAgencyId, group: (BirthDossier | DeathDossier)['procedureGroup']): RangeError {
  return new RangeError(`${agency} has no part in the ${group} group`);
}
