import { type Geography } from '@lienthong/geography';

/** What can be wrong between the fields of a form; the gateway's catalogue of field errors has the texts. */
export type FaultCode =
  | 'after-filing'
  | 'age-impossible'
  | 'applicant-is-deceased'
  | 'before-birth'
  | 'before-death'
  | 'child-not-under-six'
  | 'duplicate-procedure'
  | 'ethnicity-must-be-known'
  | 'former-commune'
  | 'former-province'
  | 'foreign-element'
  | 'held-by-agency'
  | 'needed-by-birth-case'
  | 'needed-by-procedure'
  | 'needed-for-bank-payment'
  | 'not-a-birth-notice-number'
  | 'not-in-birth-case'
  | 'not-older-than-child'
  | 'office-not-of-address'
  | 'parent-age-impossible'
  | 'payee-is-deceased'
  | 'personal-id-of-other-birth-year'
  | 'personal-id-of-other-sex'
  | 'precision-mismatch'
  | 'procedure-not-of-group'
  | 'registration-missing'
  | 'registration-not-first'
  | 'required'
  | 'same-person'
  | 'unknown-commune'
  | 'unknown-province';

/** A rule that a dossier breaks. */
export interface Fault {
  /** JSON pointer into the dossier. */
  readonly pointer: string;
  readonly code: FaultCode;
  /** What its text names: parameters of the rule, never a value of the dossier. */
  readonly params?: Readonly<Record<string, string | number>>;
}

/** The part of {@link Geography} that a form is checked against. */
export type Places = Pick<
  Geography,
  'isCommune' | 'isProvince' | 'commune' | 'provinceOfCommune' | 'formerCommune'
>;

/** What the rules know besides the dossier. */
export interface Filing {
  /** `yyyy-MM-ddTHH:mm` in Vietnam when the dossier is filed: ISO texts of equal precision compare as texts. */
  readonly localTime: string;
  readonly places: Places;
}

const VIETNAM_OFFSET_MS = 7 * 3_600_000;

/** @param submittedAt epoch ms */
export function filingAt(submittedAt: number, places: Places): Filing {
  return { localTime: new Date(submittedAt + VIETNAM_OFFSET_MS).toISOString().slice(0, 16), places };
}

export type Report = (pointer: string, code: FaultCode, params?: Fault['params']) => void;

/** One rule over several fields of a form that is sound field by field. */
export type Rule<D> = (dossier: D, filing: Filing, report: Report) => void;

/** Runs every rule: an applicant wants all that is wrong at once. */
export function brokenRules<D>(rules: readonly Rule<D>[], dossier: D, filing: Filing): readonly Fault[] {
  const faults: Fault[] = [];
  const report: Report = (pointer, code, params) =>
    void faults.push({ pointer, code, ...(params ? { params } : {}) });
  for (const rule of rules) rule(dossier, filing, report);
  return faults;
}
