import { CORRECTABLE_FIELDS, type Dossier } from '@lienthong/contracts';

/** A field of a certificate that can be corrected (cải chính). */
export interface CorrectableField {
  /** e.g. `child.fullName`. */
  readonly path: string;
  readonly block: string;
  readonly name: string;
  /** What the dossier says now, masked; empty where it says nothing. */
  readonly present: string;
}

export interface Change {
  readonly path: string;
  readonly value: string;
}

/** The fields of a dossier that a correction may name, in the order of its form; those whose block it does not have are left out. */
export function correctableFields(dossier: Dossier): readonly CorrectableField[] {
  return CORRECTABLE_FIELDS[dossier.procedureGroup].flatMap((path) => {
    const [block = '', ...steps] = path.split('.');
    const content = inside(dossier, block);
    if (content === undefined) return [];
    const present = steps.reduce(inside, content);
    const name = steps.at(-1) ?? block;
    return [{ path, block, name, present: typeof present === 'string' ? present : '' }];
  });
}

function inside(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

/** What the API takes: new values by path; undefined while a change lacks its field or its value, or there is none. */
export function correctionData(changes: readonly Change[]): Readonly<Record<string, string>> | undefined {
  const given = changes.map(({ path, value }) => [path, value.trim()] as const);
  if (given.length === 0 || given.some(([path, value]) => path === '' || value === '')) return undefined;
  return Object.fromEntries(given);
}
