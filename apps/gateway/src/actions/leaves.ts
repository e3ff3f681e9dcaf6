type Json = Readonly<Record<string, unknown>>;

/** The values inside nested objects with their paths (`child.placeOfBirth.detail`); an array is one value. */
export function leavesOf(value: Json, path = ''): readonly (readonly [path: string, value: unknown])[] {
  return Object.entries(value).flatMap(([name, part]) => {
    const inner = path === '' ? name : `${path}.${name}`;
    return isObject(part) ? leavesOf(part, inner) : [[inner, part] as const];
  });
}

/** How many values there are inside nested objects. */
export function leafCount(value: Json): number {
  return leavesOf(value).length;
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
