import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidatorOptions } from 'class-validator';
import { pointerToken, toFieldErrors, type FieldError } from '@lienthong/platform';
import { isPlainObject } from '../fields/checks';
import { fieldsOf, type FormClass } from '../fields/form-fields';

export type Reading<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: readonly FieldError[] };

const OPTIONS: ValidatorOptions = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  validationError: { target: false, value: false },
};

/**
 * Reads a JSON value as the form `form`: every field checked, unknown ones refused, and the result plain data in the
 * form's own field order, texts trimmed and in Unicode form NFC, so that equal contents are equal texts however they
 * came in. The value must have passed the inspection of `parseStrictJson` (no inherited keys, bounded depth).
 *
 * A correct form is read in one pass over its declared checks; class-transformer and class-validator, ten times
 * slower, are asked only to name the errors of a wrong one.
 */
export function readForm<T extends object>(form: FormClass<T>, value: unknown, pointer = ''): Reading<T> {
  if (isPlainObject(value) !== undefined) return { ok: false, errors: [{ pointer, code: 'not-an-object' }] };
  const plain = accept(form, value as object);
  if (plain) return { ok: true, value: plain };
  const instance = plainToInstance(form, tidied(form, value as object));
  const errors = validateSync(instance, OPTIONS);
  return errors.length > 0
    ? { ok: false, errors: toFieldErrors(errors, pointer) }
    : { ok: true, value: toPlain(form, instance) };
}

/** Where a value holds null. It is not "absent": what a change leaves out stays, and nothing of a dossier is removed. */
export function nulls(value: unknown, pointer: string): readonly FieldError[] {
  if (value === null) return [{ pointer, code: 'invalid-value' }];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, part]: [string, unknown]) =>
    nulls(part, `${pointer}/${pointerToken(name)}`),
  );
}

/** The value as plain data when nothing at all is wrong with it. */
function accept<T extends object>(form: FormClass<T>, value: object): T | undefined {
  const source = value as Record<string, unknown>;
  const plain: Record<string, unknown> = {};
  let known = 0;
  for (const { name, fault, block, tidy, canonical } of fieldsOf(form)) {
    const given = source[name];
    const part = tidy && typeof given === 'string' ? tidy(given) : given;
    if (fault(part) !== undefined) return undefined;
    if (part === undefined) continue;
    known++;
    const accepted = block ? accept(block(), part as object) : plainValue(part, canonical);
    if (accepted === undefined) return undefined;
    plain[name] = accepted;
  }
  return known === Object.keys(source).length ? (plain as T) : undefined;
}

/** The value with its texts as they are checked. */
function tidied(form: FormClass, value: object): object {
  const result: Record<string, unknown> = { ...value };
  for (const { name, block, tidy } of fieldsOf(form)) {
    const part = result[name];
    if (tidy && typeof part === 'string') result[name] = tidy(part);
    else if (block && isPlainObject(part) === undefined) result[name] = tidied(block(), part as object);
  }
  return result;
}

/** A valid instance as plain data, unset fields left out. */
function toPlain<T extends object>(form: FormClass<T>, instance: object): T {
  const source = instance as Record<string, unknown>;
  const plain: Record<string, unknown> = {};
  for (const { name, block, canonical } of fieldsOf(form)) {
    const part = source[name];
    if (part !== undefined)
      plain[name] = block ? toPlain(block(), part as object) : plainValue(part, canonical);
  }
  return plain as T;
}

function plainValue(value: unknown, canonical?: (text: string) => string): unknown {
  if (typeof value !== 'string') return value;
  const text = value.normalize('NFC').trim();
  return canonical ? canonical(text) : text;
}
