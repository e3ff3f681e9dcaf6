import { type LinkedAgencyId } from './agencies';
import { type Procedure } from './procedures';

/**
 * The bit (0 to 30) that stands for a procedure wherever a choice of procedures is stored as one number. A bit is given once:
 * a new procedure takes the next free one, and the bit of one that is given up is not used again.
 */
export const PROCEDURE_BITS: Readonly<Record<Procedure, number>> = {
  'birth-registration': 0,
  'permanent-residence': 1,
  'health-insurance-card': 2,
  'death-registration': 3,
  'residence-deletion': 4,
  'funeral-allowance': 5,
  'survivor-benefits': 6,
};

/**
 * The number that stands for an agency in what is drawn from the seed. It is given once, as {@link PROCEDURE_BITS}: another
 * number would draw other decisions for cases that are already on their way.
 */
export const AGENCY_NUMBERS: Readonly<Record<LinkedAgencyId, number>> = {
  'civil-registry': 0,
  residency: 1,
  'health-insurance': 2,
  'social-benefits': 3,
};
