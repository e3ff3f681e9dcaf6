import { CORRECTABLE_FIELDS, type CorrectionData } from '@lienthong/contracts';
import { pointerToken, type FieldError } from '@lienthong/platform';
import { type AdmissibleDossier, type DossierValidator } from '../intake/dossier.validator';
import { nulls, type Reading } from '../intake/forms/form-reader';
import { isObject, leavesOf } from './leaves';
import { type Json } from './supplement-data';

/**
 * Checks a correction (cải chính), given by path (`child.fullName`) or nested: it names fields of the registry's record
 * only, changes at least one of them, and leaves a dossier that could be filed. Written by path.
 */
export function readCorrectionData(
  validator: Pick<DossierValidator, 'validateChange'>,
  filed: AdmissibleDossier,
  data: Json,
): Reading<CorrectionData> {
  const { nested, asGiven, errors } = nest(data, CORRECTABLE_FIELDS[filed.dossier.procedureGroup]);
  const refused = (faults: readonly FieldError[]): Reading<CorrectionData> => ({
    ok: false,
    errors: faults.map((fault) => ({ ...fault, pointer: asGiven(`/data${fault.pointer}`) })),
  });
  if (errors.length > 0) return { ok: false, errors };
  if (leavesOf(nested).length === 0) return refused([{ pointer: '', code: 'empty' }]);
  const missing = nulls(nested, '');
  if (missing.length > 0) return refused(missing);
  const reading = validator.validateChange(filed, nested);
  if (!reading.ok) return refused(reading.errors);
  const corrected = leavesOf(reading.value);
  const present = new Map(leavesOf(filed.dossier as unknown as Json));
  return corrected.some(([path, value]) => present.get(path) !== value)
    ? { ok: true, value: Object.fromEntries(corrected) }
    : refused(corrected.map(([path]) => ({ pointer: `/${path.replaceAll('.', '/')}`, code: 'unchanged' })));
}

interface Nested {
  readonly nested: Json;
  /** The pointer to the member as the caller wrote it. */
  readonly asGiven: (pointer: string) => string;
  readonly errors: readonly FieldError[];
}

/** Turns `child.placeOfBirth.detail` into objects within objects; refuses what is not among `fields`. */
function nest(data: Json, fields: readonly string[]): Nested {
  let nested: Json = {};
  const written = new Map<string, string>();
  const errors: FieldError[] = [];
  for (const [name, value] of Object.entries(data)) {
    const given = `/data/${pointerToken(name)}`;
    const steps = name.split('.');
    if (steps.some((step) => step in Object.prototype)) {
      errors.push({ pointer: given, code: 'forbidden-key' });
      continue;
    }
    const leaves = isObject(value) ? leavesOf(value, name) : [[name, value] as const];
    const strange = leaves.filter(([path]) => !isCorrectable(path, fields));
    for (const [path] of strange) {
      const inner = path.slice(name.length).split('.').map(pointerToken).join('/');
      errors.push({
        pointer: given + inner,
        code: 'not-correctable',
        params: { allowed: fields.join(', ') },
      });
    }
    if (strange.length > 0) continue;
    if (steps.length > 1) written.set(`/data/${steps.join('/')}`, given);
    nested = join(
      nested,
      steps.reduceRight<unknown>((inner, step) => ({ [step]: inner }), value) as Json,
      given,
      errors,
    );
  }
  const asGiven = (pointer: string): string => {
    for (const [path, given] of written) {
      if (pointer === path || pointer.startsWith(`${path}/`)) return given + pointer.slice(path.length);
    }
    return pointer;
  };
  return { nested, asGiven, errors };
}

/** Whether a path is a correctable field, leads to one or goes on inside one: what is wrong with its value the form says. */
function isCorrectable(path: string, fields: readonly string[]): boolean {
  return fields.some(
    (field) => field === path || field.startsWith(`${path}.`) || path.startsWith(`${field}.`),
  );
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
