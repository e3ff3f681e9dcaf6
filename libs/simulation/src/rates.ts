import { type PolicyId } from '@lienthong/contracts';

/** How many working days the simulated officers aim to stay within, by kind of work. */
export interface WorkDays {
  readonly residenceRegistration: number;
  readonly residenceVerification: number;
  readonly residenceDeletion: number;
  readonly healthCard: number;
  readonly socialInsurance: number;
  readonly socialProtection: number;
  readonly merit: number;
}

/** Planning values of the simulation: invented, plausible, and meant to be overridden. Shares lie in [0, 1]. */
export interface Rates {
  /** Share of an agency's first decisions that ask for a supplement (yêu cầu bổ sung). */
  readonly supplement: number;
  /** Share of an agency's decisions that refuse. */
  readonly refusal: number;
  /** Share of residence registrations of newborns that are verified on site (xác minh cư trú). */
  readonly verification: number;
  /** Share of an agency's final decisions that are taken after their limit. */
  readonly late: number;
  /** Share of deceased adults that have a judicial record (lý lịch tư pháp). */
  readonly judicialRecord: number;
  /** Shares of supplement requests that a simulated applicant never answers / answers by withdrawing. */
  readonly ignoredSupplement: number;
  readonly withdrawal: number;
  readonly workDays: WorkDays;
}

/** The shares of {@link Rates}: what a what-if replaces. */
export type RateShares = Omit<Rates, 'workDays'>;

const ND63: Rates = {
  supplement: 0.08,
  refusal: 0.02,
  verification: 0.1,
  late: 0.03,
  judicialRecord: 0.03,
  ignoredSupplement: 0.04,
  withdrawal: 0.03,
  workDays: {
    residenceRegistration: 2,
    residenceVerification: 5,
    residenceDeletion: 2,
    healthCard: 2,
    socialInsurance: 8,
    socialProtection: 5,
    merit: 17,
  },
};

/** The ministry's report gives totals of 4 (birth) and 10 (death) working days. */
const REPORTED: Rates = {
  ...ND63,
  workDays: {
    ...ND63.workDays,
    residenceRegistration: 3,
    healthCard: 3,
    socialInsurance: 9,
    socialProtection: 9,
    merit: 9,
  },
};

/** Paper: totals of 21 (birth) and 25 (death) working days. */
const PAPER: Rates = {
  ...ND63,
  workDays: {
    residenceRegistration: 15,
    residenceVerification: 15,
    residenceDeletion: 5,
    healthCard: 5,
    socialInsurance: 15,
    socialProtection: 12,
    merit: 17,
  },
};

const BY_POLICY: Readonly<Record<PolicyId, Rates>> = {
  nd63: ND63,
  'pilot-2023': REPORTED,
  'moj-report': REPORTED,
  'legacy-paper': PAPER,
};

const { workDays: _workDays, ...SHARES } = ND63;

/** Every share by its name. */
export const RATE_NAMES = Object.keys(SHARES) as readonly (keyof RateShares)[];

/** The planning values under `policy`. */
export function ratesFor(policy: PolicyId): Rates {
  return BY_POLICY[policy];
}

/**
 * The planning values of every policy with some replaced.
 * @throws RangeError when a share lies outside [0, 1], or the shares of one decision add up to more than 1
 */
export function createRates(overrides: Partial<RateShares>): (policy: PolicyId) => Rates {
  const replaced = Object.fromEntries(
    Object.entries(BY_POLICY).map(([policy, rates]) => [policy, checked({ ...rates, ...overrides })]),
  ) as Record<PolicyId, Rates>;
  return (policy) => replaced[policy];
}

function checked(rates: Rates): Rates {
  for (const [name, value] of Object.entries(rates)) {
    if (typeof value === 'number' && !(value >= 0 && value <= 1)) {
      throw new RangeError(`rate ${name} must lie between 0 and 1, not ${value}`);
    }
  }
  if (rates.supplement + rates.refusal + rates.verification > 1) {
    throw new RangeError('supplement, refusal and verification must not add up to more than 1');
  }
  if (rates.ignoredSupplement + rates.withdrawal > 1) {
    throw new RangeError('ignoredSupplement and withdrawal must not add up to more than 1');
  }
  return rates;
}
