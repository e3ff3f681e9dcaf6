import { type Dossier } from '@lienthong/contracts';

/** A titled part of a form, e.g. the child; its fields as they stand in it. */
export interface DossierSection {
  readonly name: string;
  readonly fields: readonly { readonly path: string; readonly value: unknown }[];
}

/** Scripts of the sandbox are nothing that somebody filed. */
const HIDDEN = new Set(['simulation']);
/** Objects that are one field on paper. */
const ADDRESSES = new Set(['residence', 'placeOfBirth', 'homeTown', 'lastResidence', 'place', 'address']);
const FILING = 'filing';

/** A dossier's parts in the order of its form; what stands alone comes first, as the filing itself. */
export function dossierSections(dossier: Dossier): readonly DossierSection[] {
  const sections = new Map<string, { path: string; value: unknown }[]>([[FILING, []]]);
  const put = (section: string, path: string, value: unknown): void => {
    sections.set(section, [...(sections.get(section) ?? []), { path, value }]);
  };
  const walk = (section: string, path: string, value: object): void => {
    for (const [name, inner] of Object.entries(value) as [string, unknown][]) {
      const here = path === '' ? name : `${path}.${name}`;
      if (HIDDEN.has(name)) continue;
      if (!isObject(inner) || isAddress(name, inner)) put(section, here, inner);
      else walk(name, here, inner);
    }
  };
  walk(FILING, '', dossier);
  return [...sections].map(([name, fields]) => ({ name, fields })).filter(({ fields }) => fields.length > 0);
}

/** `residence` is a person's address, and a part of the form as well. */
function isAddress(name: string, value: object): boolean {
  return ADDRESSES.has(name) && 'communeCode' in value;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
