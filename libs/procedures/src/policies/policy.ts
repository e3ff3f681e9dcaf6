import { type IsoDay } from '@lienthong/calendar';
import { type BenefitRegime, type PolicyId } from '@lienthong/contracts';

/** Limits of the birth group in working days; 0 is the same-day limit (trong ngày). */
export interface BirthLimits {
  readonly registration: number;
  readonly residence: number;
  /** When the residence authority has to verify on site (xác minh). */
  readonly residenceVerified: number;
  readonly card: number;
  readonly total: number;
  readonly totalVerified: number;
}

/** Limits of the death group in working days. */
export interface DeathLimits {
  readonly registration: number;
  readonly deletion: number;
  readonly benefits: Readonly<Record<BenefitRegime, number>>;
  readonly total: Readonly<Record<BenefitRegime | 'without-benefits', number>>;
}

export interface SupplementRules {
  /** How long the applicant has to answer (hạn bổ sung hồ sơ). */
  readonly windowWorkingDays: number;
  /** Requests an agency may make before the case counts as late: one more is allowed, and late. */
  readonly maxRequests: number;
  /** `paused`: what was left of a limit runs on after the answer; `restart`: the whole limit again. */
  readonly clock: 'paused' | 'restart';
}

/** Apology slip (phiếu xin lỗi và hẹn lại): once, with a new date. */
export interface ApologyRules {
  /** The new date lies this share of the missed limit after the old one, rounded up to working days. */
  readonly shareOfLimit: number;
  readonly leastWorkingDays: number;
}

/**
 * The rules a case is measured against, as data. The order of the procedures, what a refusal ends and how
 * long a withdrawal is possible are the statechart's: a profile with another flow names another `machineVersion`.
 */
export interface Policy {
  readonly id: PolicyId;
  readonly name: { readonly vi: string; readonly en: string };
  /** Filing days the profile is taken for unasked; a profile without them is chosen by name only. */
  readonly effective?: { readonly from?: IsoDay; readonly to?: IsoDay };
  /** Where the figures come from, and how sure they are. */
  readonly source: string;
  readonly machineVersion: number;
  readonly birth: BirthLimits;
  readonly death: DeathLimits;
  readonly supplement: SupplementRules;
  readonly apology: ApologyRules;
}

/** One normal supplement request with seven working days to answer, the clock paused; one apology, half the limit. */
export const COMMON_RULES: Pick<Policy, 'machineVersion' | 'supplement' | 'apology'> = {
  machineVersion: 1,
  supplement: { windowWorkingDays: 7, maxRequests: 1, clock: 'paused' },
  apology: { shareOfLimit: 0.5, leastWorkingDays: 1 },
};
