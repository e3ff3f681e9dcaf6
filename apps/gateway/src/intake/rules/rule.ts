import { type FieldError, type FieldErrorCode } from '@lienthong/platform';
import { type Places } from '../../ports';

/** What the rules know besides the dossier. */
export interface Filing {
  /** `yyyy-MM-ddTHH:mm` in Vietnam when the dossier is filed: ISO texts of equal precision compare as texts. */
  readonly localTime: string;
  readonly places: Places;
}

export type Report = (pointer: string, code: FieldErrorCode, params?: FieldError['params']) => void;

/** One rule over several fields of a form that is sound field by field. */
export type Rule<D> = (dossier: D, filing: Filing, report: Report) => void;

/** Runs every rule: an applicant wants all that is wrong at once. */
export function brokenRules<D>(rules: readonly Rule<D>[], dossier: D, filing: Filing): readonly FieldError[] {
  const errors: FieldError[] = [];
  const report: Report = (pointer, code, params) =>
    void errors.push({ pointer, code, ...(params ? { params } : {}) });
  for (const rule of rules) rule(dossier, filing, report);
  return errors;
}
