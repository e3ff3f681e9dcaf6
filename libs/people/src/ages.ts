import { type AgeRange } from './partial-date';

/** Ages in completed years. Outside `possible` nobody is taken to be; outside `usual` an officer looks twice. */
export interface AgeLimits {
  readonly possible: AgeRange;
  readonly usual: AgeRange;
}

/**
 * Planning values, no rule of law (docs/law.md, mark D): the age of the mother and the father at the birth of their
 * child, and of the deceased at death.
 */
export const AGE_LIMITS = {
  mother: { possible: { min: 10, max: 75 }, usual: { min: 13, max: 55 } },
  father: { possible: { min: 10, max: 110 }, usual: { min: 13, max: 90 } },
  deceased: { possible: { min: 0, max: 130 }, usual: { min: 0, max: 115 } },
} as const satisfies Readonly<Record<string, AgeLimits>>;

/** Whether an age lies outside the limits whatever is still unknown of it. */
export function isSurelyOutside(age: AgeRange, limits: AgeRange): boolean {
  return age.max < limits.min || age.min > limits.max;
}
