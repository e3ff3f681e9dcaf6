import { AGENCIES, type AgencyId } from '@lienthong/contracts';
import { type ApiKeyEntry } from './api-keys';
import { isRole, type Role, ROLES } from './role';

/** The entry, or what is wrong with it as the end of a sentence that begins with its place. */
export type KeyEntryReading = { readonly entry: ApiKeyEntry } | { readonly wrong: string };

const FIELDS = ['id', 'sha256', 'roles', 'agency', 'offices'];
const ID = /^[a-z0-9][a-z0-9._-]{0,63}$/;
const SHA256 = /^[0-9a-f]{64}$/i;
/** A commune's or a province's code. */
const OFFICE = /^\d{2}(\d{3})?$/;

/** Reads one entry of the keys file. No message holds a value: someone may have put the key itself there. */
export function readKeyEntry(value: unknown): KeyEntryReading {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { wrong: ' is not an object' };
  if (Object.keys(value).some((field) => !FIELDS.includes(field)))
    return { wrong: ` has a field other than ${FIELDS.join(', ')}` };
  const { id, sha256, roles, agency, offices } = value as Readonly<Record<string, unknown>>;
  if (!matches(ID, id)) return { wrong: '.id is not 1 to 64 of a-z, 0-9, ".", "_" and "-"' };
  if (!matches(SHA256, sha256)) return { wrong: '.sha256 is not 64 hex digits' };
  if (!areRoles(roles)) return { wrong: `.roles is not a list of ${ROLES.join(', ')}` };
  const wrong = wrongPost(roles, agency, offices);
  if (wrong !== undefined) return { wrong };
  const post = {
    ...(agency !== undefined && { agency: agency as AgencyId }),
    ...(offices !== undefined && { offices: offices as readonly string[] }),
  };
  return { entry: { principal: { id, roles, ...post }, sha256: Buffer.from(sha256, 'hex') } };
}

/** Where an officer works. */
function wrongPost(roles: readonly Role[], agency: unknown, offices: unknown): string | undefined {
  if (agency === undefined && offices === undefined) return undefined;
  if (!roles.includes('officer')) return ' has an agency or offices, but not the role officer';
  if (!AGENCIES.some((known) => known === agency)) return `.agency is not one of ${AGENCIES.join(', ')}`;
  if (offices !== undefined && !areOffices(offices))
    return '.offices is not a list of commune or province codes';
  return undefined;
}

function matches(pattern: RegExp, value: unknown): value is string {
  return typeof value === 'string' && pattern.test(value);
}

function areRoles(value: unknown): value is readonly Role[] {
  return Array.isArray(value) && value.length > 0 && value.every(isRole);
}

/** Codes of communes or provinces, at least one. */
export function areOffices(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((office) => matches(OFFICE, office));
}
