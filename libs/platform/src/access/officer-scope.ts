import { type AgencyId } from '@lienthong/contracts';
import { Problem } from '../problem';
import { hasRole } from './access-rule';
import { type Principal } from './principal';

/** Who works at every desk: who runs the system, and the services that make it up. */
const EVERY_DESK = ['operator', 'supervisor', 'service'] as const;

/**
 * The offices of an agency whose work and records a caller may see and decide; undefined: all of them, also where nobody
 * is asked who calls.
 * @throws Problem 403 `forbidden-office` for an officer of another agency
 */
export function officesSeenBy(
  principal: Principal | undefined,
  agency: AgencyId,
): readonly string[] | undefined {
  if (principal === undefined || hasRole(principal, EVERY_DESK)) return undefined;
  if (principal.agency !== undefined && principal.agency !== agency) throw forbiddenOffice();
  return principal.offices;
}

/** The refusal of an officer at another agency or office than its own. That there are those is no secret. */
export function forbiddenOffice(): Problem {
  return new Problem({ code: 'forbidden-office' });
}
