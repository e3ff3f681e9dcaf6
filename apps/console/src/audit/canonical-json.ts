/**
 * A value as JSON of one spelling, as RFC 8785 (JSON Canonicalization Scheme) has it: members in the order of their names'
 * UTF-16 code units, no white space, numbers and strings as ECMAScript writes them, which `JSON.stringify` does.
 * @throws TypeError for what is no JSON value, or would be read back as another: undefined, non-finite numbers, lone
 * surrogates, objects of a class
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return text(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new TypeError('a number that is not finite has no JSON');
    return JSON.stringify(value);
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isPlain(value)) throw new TypeError(`${typeof value} has no JSON`);
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${text(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

function text(value: string): string {
  if (!isWellFormed(value)) throw new TypeError('a lone surrogate has no JSON');
  return JSON.stringify(value);
}

function isWellFormed(value: string): boolean {
  return !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(value);
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
