import { type Dossier } from '@lienthong/contracts';

/** A field of a certificate that can be corrected (cải chính). */
export interface CorrectableField {
  /** e.g. `child.fullName`. */
  readonly path: string;
  readonly block: string;
  readonly name: string;
  /** What the dossier says now, masked. */
  readonly present: string;
}

export interface Change {
  readonly path: string;
  readonly value: string;
}

/** What a certificate says, and so what can be wrong on it. */
const BLOCKS = { birth: ['child', 'mother', 'father'], death: ['deceased', 'death'] } as const;

/** The fields of a dossier that a correction may name, in the order of its form. */
export function correctableFields(dossier: Dossier): readonly CorrectableField[] {
  const blocks = dossier as unknown as Readonly<Record<string, unknown>>;
  return BLOCKS[dossier.procedureGroup].flatMap((block) => leaves(blocks[block], block, block));
}

function leaves(value: unknown, path: string, block: string): readonly CorrectableField[] {
  if (typeof value === 'string')
    return [{ path, block, name: path.slice(path.lastIndexOf('.') + 1), present: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, `${path}.${name}`, block));
}

/** What the API takes: new values by path; undefined while a change lacks its field or its value, or there is none. */
export function correctionData(changes: readonly Change[]): Readonly<Record<string, string>> | undefined {
  const given = changes.map(({ path, value }) => [path, value.trim()] as const);
  if (given.length === 0 || given.some(([path, value]) => path === '' || value === '')) return undefined;
  return Object.fromEntries(given);
}
