import { type CorrectionData, type ProcedureGroup } from '@lienthong/contracts';
import { pointerToken, type FieldError } from '@lienthong/platform';
import { type FormClass } from '../intake/fields/form-fields';
import { ChildForm } from '../intake/forms/birth.forms';
import { DeathForm, DeceasedForm } from '../intake/forms/death.forms';
import { readPartialForm, type Reading } from '../intake/forms/form-reader';
import { PersonForm } from '../intake/forms/shared.forms';
import { type Json } from './supplement-data';

/** What a certificate says, and so what can be wrong on it. */
const CORRECTABLE: Readonly<Record<ProcedureGroup, ReadonlyMap<string, FormClass>>> = {
  birth: new Map<string, FormClass>([
    ['child', ChildForm],
    ['mother', PersonForm],
    ['father', PersonForm],
  ]),
  death: new Map<string, FormClass>([
    ['deceased', DeceasedForm],
    ['death', DeathForm],
  ]),
};

/**
 * Checks a correction (cải chính), given by path (`child.fullName`) or nested, against the form that the fields came
 * in by, and writes it by path.
 */
export function readCorrectionData(group: ProcedureGroup, data: Json): Reading<CorrectionData> {
  if (Object.keys(data).length === 0) return { ok: false, errors: [{ pointer: '/data', code: 'empty' }] };
  const forms = CORRECTABLE[group];
  const { blocks, asGiven, errors } = nest(data, forms);
  const read: Record<string, unknown> = {};
  for (const [name, form] of forms) {
    const content = blocks.get(name);
    if (content === undefined) continue;
    const reading = readPartialForm(form, content, `/data/${name}`, 'partial');
    if (reading.ok) flatten(reading.value, name, read);
    else errors.push(...reading.errors);
  }
  if (errors.length === 0 && Object.keys(read).length === 0) errors.push({ pointer: '/data', code: 'empty' });
  return errors.length > 0
    ? { ok: false, errors: errors.map((error) => ({ ...error, pointer: asGiven(error.pointer) })) }
    : { ok: true, value: read };
}

interface Nested {
  readonly blocks: ReadonlyMap<string, unknown>;
  /** The pointer to the member as the caller wrote it. */
  readonly asGiven: (pointer: string) => string;
  readonly errors: FieldError[];
}

/** Turns `child.placeOfBirth.detail` into objects within objects. */
function nest(data: Json, forms: ReadonlyMap<string, FormClass>): Nested {
  const blocks = new Map<string, unknown>();
  const written = new Map<string, string>();
  const errors: FieldError[] = [];
  for (const [path, value] of Object.entries(data)) {
    const [block = '', ...rest] = path.split('.');
    const given = `/data/${pointerToken(path)}`;
    if (!forms.has(block)) {
      errors.push({ pointer: given, code: 'not-correctable' });
      continue;
    }
    if (rest.some((step) => step in Object.prototype)) {
      errors.push({ pointer: given, code: 'forbidden-key' });
      continue;
    }
    const content = rest.reduceRight<unknown>((inner, step) => ({ [step]: inner }), value);
    if (rest.length > 0) written.set(`/data/${[block, ...rest].join('/')}`, given);
    const known = blocks.get(block);
    if (known === undefined) blocks.set(block, content);
    else if (!isObject(known) || !isObject(content)) errors.push({ pointer: given, code: 'duplicate-key' });
    else blocks.set(block, join(known, content, given, errors));
  }
  const asGiven = (pointer: string): string => {
    for (const [nested, given] of written) {
      if (pointer === nested || pointer.startsWith(`${nested}/`)) return given + pointer.slice(nested.length);
    }
    return pointer;
  };
  return { blocks, asGiven, errors };
}

function join(left: Json, right: Json, given: string, errors: FieldError[]): Json {
  const joined: Record<string, unknown> = { ...left };
  for (const [name, value] of Object.entries(right)) {
    const known = joined[name];
    if (known === undefined) joined[name] = value;
    else if (isObject(known) && isObject(value)) joined[name] = join(known, value, given, errors);
    else errors.push({ pointer: given, code: 'duplicate-key' });
  }
  return joined;
}

function flatten(value: object, path: string, into: Record<string, unknown>): void {
  for (const [name, part] of Object.entries(value) as [string, unknown][]) {
    if (isObject(part)) flatten(part, `${path}.${name}`, into);
    else into[`${path}.${name}`] = part;
  }
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
