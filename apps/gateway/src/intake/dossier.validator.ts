import { Inject, Injectable } from '@nestjs/common';
import { PROCEDURE_GROUPS, type Dossier, type ProcedureGroup } from '@lienthong/contracts';
import { Clock } from '@lienthong/clock';
import { Problem, parseInstant, type FieldError } from '@lienthong/platform';
import { faultsOf, filingAt, mergeSupplement, newFaults, withoutInherited } from '@lienthong/procedures';
import { GEOGRAPHY, type Places } from '../ports';
import { type FormClass } from './fields/form-fields';
import { BirthDossierForm } from './forms/birth.forms';
import { DeathDossierForm } from './forms/death.forms';
import { readForm, type Reading } from './forms/form-reader';
import { isPlainObject } from './fields/checks';

/** A dossier that may be filed, and when it was. */
export interface AdmissibleDossier {
  readonly dossier: Dossier;
  /** Epoch ms: `submittedAt` of the dossier, else the clock's present. */
  readonly submittedAt: number;
}

type Json = Readonly<Record<string, unknown>>;

const FORMS: Readonly<Record<ProcedureGroup, FormClass<Dossier>>> = {
  birth: BirthDossierForm,
  death: DeathDossierForm,
};

/**
 * Decides whether a JSON value is a dossier that the linked procedures take (NĐ 63/2024, Đ5 and Đ10), and whether it
 * still would be one once it is changed.
 */
@Injectable()
export class DossierValidator {
  constructor(
    private readonly clock: Clock,
    @Inject(GEOGRAPHY) private readonly places: Places,
  ) {}

  /**
   * First each field by itself, then the rules between fields, each time all errors together.
   * @param filedAt epoch ms: overrides the dossier's own `submittedAt` and the clock (in-process replays)
   * @throws Problem 400 `validation-failed`
   */
  validate(value: unknown, filedAt?: number): AdmissibleDossier {
    const dossier = this.read(value);
    const submittedAt = filedAt ?? this.filingInstant(dossier);
    const errors = faultsOf(dossier, filingAt(submittedAt, this.places));
    if (errors.length > 0) throw Problem.validation(errors);
    return { dossier, submittedAt };
  }

  /**
   * Holds a filed dossier with `changes` put into it to everything that {@link validate} asks of a dossier filed at the
   * same moment. What was wrong with it before is not the changes' fault. Pointers lead into the dossier.
   * @param changes new content, by block and field: what is not given stays
   * @param more faults that the kind of change has besides, told with those of the rules
   * @returns the changes as filing would have written them
   */
  validateChange(
    { dossier, submittedAt }: AdmissibleDossier,
    changes: Json,
    more: (changed: Dossier) => readonly FieldError[] = () => [],
  ): Reading<Json> {
    const form = FORMS[dossier.procedureGroup];
    const merged = mergeSupplement(dossier, changes).dossier;
    const reading = readForm(form, merged);
    const changed = reading.ok ? reading.value : merged;
    const wrong = reading.ok ? [] : withoutInherited(reading.errors, () => errorsOf(readForm(form, dossier)));
    const errors: readonly FieldError[] =
      wrong.length > 0
        ? wrong
        : [...more(changed), ...newFaults(dossier, changed, filingAt(submittedAt, this.places))];
    return errors.length > 0 ? { ok: false, errors } : { ok: true, value: partOf(changed, changes) };
  }

  private read(value: unknown): Dossier {
    const group =
      isPlainObject(value) === undefined
        ? (value as { readonly procedureGroup?: unknown }).procedureGroup
        : undefined;
    if (group !== 'birth' && group !== 'death') throw Problem.validation([groupError(value, group)]);
    const reading = readForm(FORMS[group], value);
    if (!reading.ok) throw Problem.validation(reading.errors);
    return reading.value;
  }

  /** Only a simulation may date a dossier, and not into its own future. */
  private filingInstant({ submittedAt }: Dossier): number {
    const now = this.clock.now();
    const dated = submittedAt === undefined ? undefined : parseInstant(submittedAt);
    if (dated === undefined) return now;
    if (this.clock.kind === 'system')
      throw Problem.validation([{ pointer: '/submittedAt', code: 'simulation-clock-only' }]);
    if (dated > now) throw Problem.validation([{ pointer: '/submittedAt', code: 'in-the-future' }]);
    return dated;
  }
}

function errorsOf(reading: Reading<unknown>): readonly FieldError[] {
  return reading.ok ? [] : reading.errors;
}

/** What `whole` holds in the places that `part` names. */
function partOf(whole: object, part: Json): Json {
  const values = whole as Json;
  return Object.fromEntries(
    Object.entries(part).map(([name, inner]) => {
      const value = values[name];
      return [name, isObject(inner) && isObject(value) ? partOf(value, inner) : value];
    }),
  );
}

function isObject(value: unknown): value is Json {
  return isPlainObject(value) === undefined;
}

/** Without its group a form cannot be told: that is the one error then. */
function groupError(value: unknown, group: unknown): FieldError {
  if (isPlainObject(value) !== undefined) return { pointer: '', code: 'not-an-object' };
  if (group === undefined) return { pointer: '/procedureGroup', code: 'required' };
  if (typeof group !== 'string') return { pointer: '/procedureGroup', code: 'not-a-string' };
  return {
    pointer: '/procedureGroup',
    code: 'unknown-value',
    params: { allowed: PROCEDURE_GROUPS.join(', ') },
  };
}
