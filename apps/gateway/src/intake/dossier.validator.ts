import { Inject, Injectable } from '@nestjs/common';
import { PROCEDURE_GROUPS, type BirthDossier, type DeathDossier, type Dossier } from '@lienthong/contracts';
import { Clock } from '@lienthong/clock';
import { Problem, parseInstant, toVietnamIso, type FieldError } from '@lienthong/platform';
import { GEOGRAPHY, type Places } from '../ports';
import { BirthDossierForm } from './forms/birth.forms';
import { DeathDossierForm } from './forms/death.forms';
import { readForm } from './forms/form-reader';
import { isPlainObject } from './fields/checks';
import { birthRules } from './rules/birth.rules';
import { deathRules } from './rules/death.rules';
import { knownAddresses, knownOffices, officesOfAddress } from './rules/places.rule';
import { partsOfProcedures, procedureList } from './rules/procedures.rule';
import { brokenRules, type Filing, type Rule } from './rules/rule';

/** A dossier that may be filed, and when it was. */
export interface AdmissibleDossier {
  readonly dossier: Dossier;
  /** Epoch ms: `submittedAt` of the dossier, else the clock's present. */
  readonly submittedAt: number;
}

const SHARED: readonly Rule<Dossier>[] = [
  procedureList,
  partsOfProcedures,
  knownOffices,
  officesOfAddress,
  knownAddresses,
];
const BIRTH: readonly Rule<BirthDossier>[] = [...SHARED, ...birthRules];
const DEATH: readonly Rule<DeathDossier>[] = [...SHARED, ...deathRules];

/** Decides whether a JSON value is a dossier that the linked procedures take (NĐ 63/2024, Đ5 and Đ10). */
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
    const filing: Filing = { localTime: toVietnamIso(submittedAt).slice(0, 16), places: this.places };
    const errors =
      dossier.procedureGroup === 'birth'
        ? brokenRules(BIRTH, dossier, filing)
        : brokenRules(DEATH, dossier, filing);
    if (errors.length > 0) throw Problem.validation(errors);
    return { dossier, submittedAt };
  }

  private read(value: unknown): Dossier {
    const group =
      isPlainObject(value) === undefined
        ? (value as { readonly procedureGroup?: unknown }).procedureGroup
        : undefined;
    if (group !== 'birth' && group !== 'death') throw Problem.validation([groupError(value, group)]);
    const reading = group === 'birth' ? readForm(BirthDossierForm, value) : readForm(DeathDossierForm, value);
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
