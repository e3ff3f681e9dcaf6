import { type FieldCheck, type Tidy } from './checks';

/** One field of a form class, as its decorator declared it. */
export interface FormField {
  readonly name: string;
  /** The check including "may it be missing". */
  readonly fault: FieldCheck;
  /** What is done to a text before it is checked; without it, it is checked as it came. */
  readonly tidy?: Tidy;
  /** The one spelling that is kept of a value that passed the check. */
  readonly canonical?: (text: string) => string;
  /** Set for a block that is a form of its own. */
  readonly block?: () => FormClass;
}

export type FormClass<T extends object = object> = new () => T;

const fieldsByForm = new WeakMap<object, FormField[]>();

export function declareField(form: object, field: FormField): void {
  const fields = fieldsByForm.get(form);
  if (fields) fields.push(field);
  else fieldsByForm.set(form, [field]);
}

/** The fields of a form class in the order of its declaration. */
export function fieldsOf(form: object): readonly FormField[] {
  return fieldsByForm.get(form) ?? [];
}
