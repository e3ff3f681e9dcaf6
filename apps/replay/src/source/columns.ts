import { fieldsOf, type FormClass } from '../../../gateway/src/intake/fields/form-fields';
import { BirthDossierForm } from '../../../gateway/src/intake/forms/birth.forms';
import { DeathDossierForm } from '../../../gateway/src/intake/forms/death.forms';

/** A column of a CSV file, and where its value stands in the dossier. */
export interface Column {
  readonly name: string;
  readonly path: readonly string[];
  /** The cell holds several values, separated by spaces. */
  readonly list: boolean;
}

/** Columns that are not of the dossier's form. */
export const SUBMITTED_AT = 'submittedAt';
export const IDEMPOTENCY_KEY = 'idempotencyKey';
export const BIRTH_KEY = 'birthIdempotencyKey';

const LISTS: ReadonlySet<string> = new Set(['procedures', 'simulation']);

/**
 * The columns of both forms, in the order of their fields: a column's name is its field's path in camel case
 * (`/child/placeOfBirth/communeCode` → `childPlaceOfBirthCommuneCode`). Taken from the gateway's forms, so that what it
 * takes can be written.
 */
export const DOSSIER_COLUMNS: readonly Column[] = [
  ...new Map(
    [...columnsOf(BirthDossierForm), ...columnsOf(DeathDossierForm)].map((column) => [column.name, column]),
  ).values(),
].filter(({ name }) => name !== SUBMITTED_AT);

/** Every column, in the order in which files are written. */
export const COLUMNS: readonly string[] = [
  SUBMITTED_AT,
  IDEMPOTENCY_KEY,
  BIRTH_KEY,
  ...DOSSIER_COLUMNS.map(({ name }) => name),
];

function* columnsOf(form: FormClass, above: readonly string[] = []): Generator<Column> {
  for (const { name, block } of fieldsOf(form)) {
    const path = [...above, name];
    if (block) yield* columnsOf(block(), path);
    else yield { name: columnName(path), path, list: LISTS.has(path[0] ?? '') };
  }
}

function columnName(path: readonly string[]): string {
  return path
    .flatMap((name) => name.split('-'))
    .map((word, at) => (at === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
}
