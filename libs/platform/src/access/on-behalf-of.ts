import { AGENCIES } from '@lienthong/contracts';
import { areOffices } from './key-entry';
import { type Principal } from './principal';
import { isRole } from './role';

/** Header by which one service tells another for whom it asks. Taken from callers with the role `service` only. */
export const ON_BEHALF_OF = 'x-on-behalf-of';

/** What is beyond ASCII has no place in a header. */
const BEYOND_ASCII = /[^\x20-\x7e]/g;

/**
 * The header with which a service hands on what a caller may: `{ id, roles, agency?, offices? }` as JSON in ASCII.
 * Empty where nobody is known (`AUTH=off`).
 */
export function onBehalfOf(principal: Principal | undefined): Readonly<Record<string, string>> {
  if (!principal) return {};
  const { id, roles, agency, offices } = principal;
  const json = JSON.stringify({ id, roles, agency, offices });
  return { [ON_BEHALF_OF]: json.replace(BEYOND_ASCII, escaped) };
}

/** Whom a header names; undefined where it is not as {@link onBehalfOf} writes it. */
export function readOnBehalfOf(header: string): Principal | undefined {
  const { id, roles, agency, offices } = objectOf(header);
  if (typeof id !== 'string' || id === '' || !Array.isArray(roles) || !roles.every(isRole)) return undefined;
  const known = AGENCIES.find((one) => one === agency);
  if (agency !== undefined && known === undefined) return undefined;
  if (offices !== undefined && !areOffices(offices)) return undefined;
  return { id, roles, ...(known && { agency: known }), ...(offices !== undefined && { offices }) };
}

function objectOf(json: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
