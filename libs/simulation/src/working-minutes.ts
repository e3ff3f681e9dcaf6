import { type BenefitRegime, type LinkedAgencyId, type ProcedureGroup } from '@lienthong/contracts';
import { triangular } from './hash';
import { type WorkDays } from './rates';

export interface WorkKind {
  readonly agency: LinkedAgencyId;
  readonly procedureGroup: ProcedureGroup;
  readonly regime?: BenefitRegime | undefined;
  /** The agency's first decision on the dossier. */
  readonly first: boolean;
  /** The decision that ends a verification on site. */
  readonly verified: boolean;
  /** Ends the agency's work: approves or refuses. */
  readonly final: boolean;
  readonly late: boolean;
}

type Shape = readonly [low: number, mode: number, high: number];

const MINUTES_A_DAY = 480;

/** A limit of n working days begun before the cut-off ends at most n + 1 days and two hours of office time later. */
const CUT_OFF_MARGIN_MINUTES = 120;
const LATE_BY: Shape = [0, 120, MINUTES_A_DAY];

/** Minutes: civil status is registered the day it is filed, and what comes in at 14:59 must still make it. */
const REGISTRATION: Shape = [5, 25, 110];

/** Shares of the limit. A look that ends in a question, and what is left to do after its answer, are short. */
const FULL: Shape = [0.15, 0.4, 0.85];
const LOOK: Shape = [0.1, 0.2, 0.4];
const ON_SITE: Shape = [0.2, 0.36, 0.6];
const BENEFIT: Shape = [0.3, 0.55, 0.88];

/** Working time of one decision in whole minutes: many officers finish in the same minute, as timers may. */
export function workingMinutes(kind: WorkKind, days: WorkDays, unit: number): number {
  const limit = limitOf(kind, days);
  if (kind.late)
    return whole(unit, LATE_BY, 1) + (Math.ceil(limit) + 1) * MINUTES_A_DAY + CUT_OFF_MARGIN_MINUTES;
  if (kind.agency === 'civil-registry') return whole(unit, REGISTRATION, 1);
  return whole(unit, shapeOf(kind), limit * MINUTES_A_DAY);
}

function shapeOf({ agency, first, verified, final }: WorkKind): Shape {
  if (verified) return ON_SITE;
  if (!first || !final) return LOOK;
  return agency === 'social-benefits' ? BENEFIT : FULL;
}

/** Working days. */
function limitOf({ agency, procedureGroup, regime, verified }: WorkKind, days: WorkDays): number {
  switch (agency) {
    case 'civil-registry':
      return 0;
    case 'residency':
      if (procedureGroup === 'death') return days.residenceDeletion;
      return verified ? days.residenceVerification : days.residenceRegistration;
    case 'health-insurance':
      return days.healthCard;
    case 'social-benefits':
      if (regime === 'merit') return days.merit;
      return regime === 'social-protection' ? days.socialProtection : days.socialInsurance;
  }
}

function whole(unit: number, [low, mode, high]: Shape, scale: number): number {
  return Math.max(1, Math.round(triangular(unit, low, mode, high) * scale));
}
