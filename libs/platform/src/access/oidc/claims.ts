import { AGENCIES } from '@lienthong/contracts';
import { areOffices } from '../key-entry';
import { type Principal } from '../principal';
import { isRole, type Role } from '../role';

export type Claims = Readonly<Record<string, unknown>>;

/** Where in a token the identity provider says what a person may. A name, or a path of names with dots. */
export interface ClaimNames {
  readonly roles: string;
  readonly agency: string;
  readonly offices: string;
}

/** Fit for logs, headers and audit. */
const SUBJECT = /^[\x21-\x7e]{1,255}$/;

/**
 * Who a verified token is of. The identity is `sub`: other than a user name it never passes to somebody else, and it is
 * no personal data. Roles that are none of ours are left out, and so is `officer` where the token does not say for which
 * agency and offices: whoever it forgot must not have them all. Undefined where `sub` is no identity.
 */
export function principalOfClaims(claims: Claims, names: ClaimNames): Principal | undefined {
  const { sub } = claims;
  if (typeof sub !== 'string' || !SUBJECT.test(sub)) return undefined;
  const roles = [...new Set(wordsOf(claimAt(claims, names.roles)).filter(isRole))];
  if (!roles.includes('officer')) return { id: sub, roles };
  const post = postOf(claims, names);
  return post ? { id: sub, roles, ...post } : { id: sub, roles: roles.filter(isNotOfficer) };
}

function postOf(claims: Claims, names: ClaimNames): Pick<Principal, 'agency' | 'offices'> | undefined {
  const agency = AGENCIES.find((known) => known === claimAt(claims, names.agency));
  const named = claimAt(claims, names.offices);
  if (agency === undefined) return undefined;
  if (named === undefined) return { agency };
  const offices = wordsOf(named);
  return areOffices(offices) ? { agency, offices } : undefined;
}

function isNotOfficer(role: Role): boolean {
  return role !== 'officer';
}

/** A claim may be named by a URL, dots and all, so its whole name is looked for first. */
function claimAt(claims: Claims, name: string): unknown {
  if (Object.hasOwn(claims, name)) return claims[name];
  return name.split('.').reduce<unknown>((value, part) => {
    const inside = typeof value === 'object' && value !== null && Object.hasOwn(value, part);
    return inside ? (value as Claims)[part] : undefined;
  }, claims);
}

/** A list of texts, or one text of words as `scope` has it. */
function wordsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.split(/[\s,]+/).filter((word) => word !== '');
  return Array.isArray(value) ? value.map((item) => (typeof item === 'string' ? item : '')) : [];
}
