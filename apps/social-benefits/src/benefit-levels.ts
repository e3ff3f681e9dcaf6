import { type BenefitRegime, type Procedure } from '@lienthong/contracts';

/** Amounts in đồng from a day on. Placeholders from memory: to be configured before anyone relies on them. */
export interface BenefitLevels {
  readonly from: string;
  /** Mức tham chiếu / lương cơ sở. */
  readonly reference: number;
  /** Mức chuẩn trợ giúp xã hội. */
  readonly assistance: number;
}

/** Latest first. */
export const BENEFIT_LEVELS: readonly BenefitLevels[] = [
  { from: '2024-07-01', reference: 2_340_000, assistance: 500_000 },
  { from: '2023-07-01', reference: 1_800_000, assistance: 360_000 },
  { from: '0000-01-01', reference: 1_490_000, assistance: 360_000 },
];

const FUNERAL_REFERENCES = 10;
const FUNERAL_ASSISTANCES = 20;
/** Monthly, for one dependent relative with a carer. */
const SURVIVOR_SHARE = 0.5;

/**
 * What a procedure pays (đồng): the funeral allowance once (mai táng), the survivor benefit a month (tuất).
 * Social protection knows no survivor benefit: 0.
 * @param occurredAt when the person died, as precisely as known; it chooses the levels
 */
export function benefitAmount(
  procedure: Procedure,
  regime: BenefitRegime,
  occurredAt: string,
  levels: readonly BenefitLevels[],
): number {
  const level = levels.find(({ from }) => from <= occurredAt);
  if (!level) return 0;
  const protection = regime === 'social-protection';
  if (procedure === 'funeral-allowance') {
    return protection ? FUNERAL_ASSISTANCES * level.assistance : FUNERAL_REFERENCES * level.reference;
  }
  return protection ? 0 : level.reference * SURVIVOR_SHARE;
}
