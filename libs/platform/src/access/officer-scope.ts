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
  if (isOfAnother(principal, agency)) throw forbiddenOffice();
  return principal.offices;
}

/** Whether the work of one office of an agency is a caller's to see. */
export function seesOffice(principal: Principal, agency: AgencyId, office: string): boolean {
  if (hasRole(principal, EVERY_DESK)) return true;
  if (isOfAnother(principal, agency)) return false;
  return principal.offices?.includes(office) ?? true;
}

/** The refusal of an officer at another agency or office than its own. That there are those is no secret. */
export function forbiddenOffice(): Problem {
  return new Problem({ code: 'forbidden-office' });
}

function isOfAnother({ agency: own }: Principal, agency: AgencyId): boolean {
  return own !== undefined && own !== agency;
}
